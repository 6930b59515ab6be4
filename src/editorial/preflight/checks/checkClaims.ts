import type { TextCheck } from '../checkArticle'
import { findClaims } from '../claims/findClaims'

/** More than these say nothing new. */
const most = 20

/**
 * Sources are named at an article's end, for all of it: where there is one, what the text says has a source. Without any, a study
 * or a figure needs a link to a web page in its own sentence.
 */
export const checkClaims: TextCheck = ({ locale, text, webLinks }, { references }) => {
  if (references.some(({ citation, url, doi, pmid }) => citation.trim() || url || doi || pmid)) return []
  return findClaims(text, locale)
    .filter(({ sentence }) => !webLinks.some(({ start, end }) => start < sentence.end && end > sentence.start))
    .slice(0, most)
    .map(({ kind, start, end }) => ({
      code: 'claim-without-reference',
      field: 'references',
      place: { start, end },
      about: text.slice(start, end),
      message: `“${text.slice(start, end)}” speaks of a ${kind}: name its source among the references.`,
    }))
}
