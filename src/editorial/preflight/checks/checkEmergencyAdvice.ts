import { linksTarget, type StoredMention } from '../../linkArticle'
import type { SymptomToCheck, TextCheck, TextToCheck } from '../checkArticle'
import { givesEmergencyAdvice } from '../emergencyAdvice'

/**
 * A symptom is a red flag where its urgency is an emergency or where it lists red flags of its own. An article that mentions one
 * (and does not say that it is absent) must tell readers to get help at once: by the urgency of its advice, or in words.
 */
export const checkEmergencyAdvice: TextCheck = (text, { urgency }) => {
  if (urgency === 'emergency' || urgency === 'urgent') return []
  const flags = redFlagsIn(text)
  const [first] = flags
  if (!first) return []
  const said = [text.seekCareText, text.text, ...text.keyPoints].join('\n')
  if (givesEmergencyAdvice(said, text.locale)) return []
  const { start, end } = first.mention
  const what = flags.some(({ symptom }) => symptom.urgency === 'emergency')
    ? 'can be an emergency'
    : 'can be a sign of an emergency'
  return [
    {
      code: 'emergency-without-advice',
      field: 'seekCare.text',
      place: { start, end },
      about: flags.map(({ symptom }) => symptom.slug).join(', '),
      message: `${listed(flags.map(({ mention }) => `“${mention.text}”`))} ${what}: say when to call an emergency number or get help at once.`,
    },
  ]
}

/** Each with its first mention, in the order of the text: one piece of advice answers them all. */
function redFlagsIn({ mentions, symptoms }: TextToCheck): { symptom: SymptomToCheck; mention: StoredMention }[] {
  const found = new Map<string, { symptom: SymptomToCheck; mention: StoredMention }>()
  for (const mention of mentions) {
    const symptom = mention.kind === 'symptom' && linksTarget(mention) ? symptoms.get(mention.target) : undefined
    const isRedFlag = symptom && (symptom.urgency === 'emergency' || symptom.hasRedFlags)
    if (isRedFlag && !found.has(mention.target)) found.set(mention.target, { symptom, mention })
  }
  return [...found.values()]
}

/** The first few by name: a text on emergencies may mention twenty. */
function listed(names: string[], most = 5): string {
  const more = names.length - most
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(
    more > 0 ? [...names.slice(0, most), `${more} more`] : names,
  )
}
