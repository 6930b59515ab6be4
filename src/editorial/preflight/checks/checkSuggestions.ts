import { LINK_THRESHOLD } from '../../../linking/findMentions'
import type { Complaint, TextCheck } from '../checkArticle'

/** Below the threshold nothing links by itself: it waits for an editor. Said once for each symptom, remedy or clinic. */
export const checkSuggestions: TextCheck = ({ mentions }) => {
  const waiting = new Map<string, Complaint>()
  for (const { kind, target, slug, name, text, start, end, status, negated, confidence } of mentions) {
    if (status !== 'found' || negated || confidence >= LINK_THRESHOLD || waiting.has(`${kind}:${target}`)) continue
    waiting.set(`${kind}:${target}`, {
      code: 'unresolved-suggestion',
      field: 'body',
      place: { start, end },
      about: slug,
      message: `“${text}” may be the ${kind} ${name}: accept or dismiss it.`,
    })
  }
  return [...waiting.values()]
}
