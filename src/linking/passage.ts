import type { Found } from './found'
import { matches, type Pattern } from './patterns'
import { Gap, type Tokens } from './tokens'

/** A text and what was found in it, asked word by word; past its ends there are no words. */
export class Passage {
  constructor(
    readonly found: readonly Found[],
    private readonly tokens: Tokens,
    private readonly form: readonly string[],
  ) {}

  get count(): number {
    return this.tokens.count
  }

  word(at: number): string {
    return at < this.tokens.count && at >= 0 ? (this.form[this.tokens.word[at] as number] as string) : ''
  }

  /** What stands before a word. */
  gap(at: number): number {
    return at < this.tokens.count ? (this.tokens.gap[at] as number) : Gap.stop | Gap.line
  }

  /** Whether words around tokens `from` to `to` (exclusive) are those of one of the patterns. */
  fits(patterns: readonly Pattern[], from: number, to: number): boolean {
    return patterns.some((pattern) => matches(pattern, this.tokens, this.form, from, to))
  }
}
