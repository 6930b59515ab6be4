import type { Mention } from './findMentions'
import type { Term } from './vocabulary'

/** A match in tokens. */
export interface Found {
  from: number
  to: number
  term: Term
  rule: Mention['rule']
  confidence: number
  reasons: string[]
  negated: boolean
  context?: 'history' | 'family'
}
