import { checkDoi, checkPmid, checkUrl } from '../../checkReference'
import type { SharedCheck } from '../checkArticle'

const forms = { url: checkUrl, doi: checkDoi, pmid: checkPmid } as const

/** The collection refuses these on a save with validation; a draft and what was stored before the rule can hold them. */
export const checkReferences: SharedCheck = ({ references }) =>
  references.flatMap((reference, row) =>
    Object.entries(forms).flatMap(([part, check]) => {
      const verdict = check(reference[part as keyof typeof forms])
      if (verdict === true) return []
      return [
        {
          code: 'broken-reference' as const,
          field: `references.${row}.${part}`,
          about: `${row + 1}`,
          message: `Reference ${row + 1}: ${verdict}`,
        },
      ]
    }),
  )
