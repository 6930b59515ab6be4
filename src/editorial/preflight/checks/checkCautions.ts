import type { Span } from '../../../readability/splitSentences'
import { linksTarget } from '../../linkArticle'
import type { Complaint, TextCheck, TextToCheck } from '../checkArticle'
import { sentencesAround, sentencesIn } from '../sentences'

/**
 * A remedy that has cautions is mentioned, and the article does not show any. It shows them where
 * - the remedy is mentioned under a heading of what not to do, or
 * - a sentence that names it, or one beside it in the same paragraph, warns (do not, ask first, stop if …), or
 * - the text holds a whole sentence of the remedy's own cautions.
 *
 * That the warning is the right one is for the reviewer to say.
 */
export const checkCautions: TextCheck = (text) => {
  const complaints = new Map<string, Complaint>()
  let sentences: Span[] | undefined
  for (const mention of text.mentions) {
    const remedy = mention.kind === 'remedy' && linksTarget(mention) ? text.remedies.get(mention.target) : undefined
    if (!remedy?.cautions.trim() || complaints.has(mention.target)) continue
    sentences ??= sentencesIn(text.text, text.locale)
    if (showsCautions(mention.target, remedy.cautions, text, sentences)) continue
    const { start, end } = mention
    complaints.set(mention.target, {
      code: 'caution-not-shown',
      field: 'body',
      place: { start, end },
      about: remedy.slug,
      message: `Say who should be careful with ${remedy.name}: its cautions are not shown.`,
    })
  }
  return [...complaints.values()]
}

const warnings: Record<string, RegExp> = {
  en: /\b(do not|don['’]t|should not|must not|avoid|never|unless|careful|caution|not safe|side effects?|stop if|stop and|ask (?:your|a|an|the)? ?(?:doctor|clinician|nurse|pharmacist|midwife)?[^.]{0,20}\b(?:first|before)|(?:ask|talk to|check with|speak with|see|tell) (?:your|a|an|the) (?:doctor|clinician|nurse|pharmacist|midwife)|ask first|without (?:asking|talking))\b/i,
  es: /(?<!\p{L})(no (?:use|haga|tome|ponga|aplique|debe|deben|camine|se)|no [^.]{0,30}\bsin|evite|evitar|nunca|a menos que|salvo que|cuidado|precaución|efectos secundarios|deje de|deténgase|pregunte (?:antes|primero)|(?:pregunte|consulte|hable|pida consejo|avise|diga)[^.]{0,20}(?:médic[oa]|enfermer[oa]|farmacéutic[oa]|profesional)|sin (?:preguntar|consultar))(?!\p{L})/iu,
}

function showsCautions(target: string, cautions: string, text: TextToCheck, sentences: readonly Span[]): boolean {
  const mentions = text.mentions.filter((mention) => mention.target === target)
  if (mentions.some(({ role }) => role === 'caution')) return true
  const warning = warnings[text.locale] ?? (warnings.en as RegExp)
  for (const { start } of mentions)
    if (sentencesAround(text.text, sentences, start).some((sentence) => warning.test(sentence))) return true
  const said = plain(text.text)
  return sentencesIn(cautions, text.locale)
    .map(({ start, end }) => plain(cautions.slice(start, end)))
    .some((words) => words.split(' ').length > 3 && said.includes(words))
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
