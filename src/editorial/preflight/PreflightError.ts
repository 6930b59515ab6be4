import { APIError } from 'payload'
import type { Finding } from './checkArticle'
import { labelOf } from './findingCodes'

interface Refusal {
  /** Stable: a client tells this refusal from others by it. */
  code: 'preflight'
  findings: Finding[]
}

/**
 * Why nothing was published: 400, with every finding. It does not mark fields of a form as Payload's validation does: what is mended
 * in another document, such as a picture's words, would leave its mark standing.
 */
export class PreflightError extends APIError<Refusal> {
  constructor(findings: Finding[]) {
    const labels = findings.filter(({ blocking }) => blocking).map(({ code }) => labelOf(code))
    const told = [...new Set(labels)].join(', ')
    super(`Nothing was published, because preflight found: ${told}`, 400, { code: 'preflight', findings }, true)
  }
}
