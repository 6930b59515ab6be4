import { APIError } from 'payload'
import type { Finding } from './checkArticle'
import { labelOf } from './findingCodes'

interface Refusal {
  /** Stable: a client tells this refusal from others by it. */
  code: 'preflight'
  findings: Finding[]
  /** As Payload's forms want it: each blocking finding is shown at its field. */
  errors: { path: string; message: string }[]
}

/** Why nothing was published: 400, with every finding. */
export class PreflightError extends APIError<Refusal> {
  /** @param locale the language of the form that is told */
  constructor(findings: Finding[], locale?: string) {
    const blocking = findings.filter((finding) => finding.blocking)
    const errors = blocking
      .filter((finding) => !finding.locale || !locale || finding.locale === locale)
      .map(({ field, message }) => ({ path: field, message }))
    const labels = [...new Set(blocking.map(({ code }) => labelOf(code)))].join(', ')
    super(
      `Nothing was published, because preflight found: ${labels}`,
      400,
      { code: 'preflight', findings, errors },
      true,
    )
  }
}
