import { linksTarget } from '../../linkArticle'
import type { Complaint, TextCheck } from '../checkArticle'
import { givesEmergencyAdvice } from '../emergencyAdvice'

/**
 * A symptom is a red flag where its urgency is an emergency or where it lists red flags of its own. An article that mentions one
 * (and does not say that it is absent) must tell readers to get help at once: by the urgency of its advice, or in words.
 */
export const checkEmergencyAdvice: TextCheck = (text, { urgency }) => {
  if (urgency === 'emergency' || urgency === 'urgent') return []
  const complaints = new Map<string, Complaint>()
  for (const mention of text.mentions) {
    const symptom = mention.kind === 'symptom' && linksTarget(mention) ? text.symptoms.get(mention.target) : undefined
    if (!symptom || complaints.has(mention.target)) continue
    const isEmergency = symptom.urgency === 'emergency'
    if (!isEmergency && !symptom.hasRedFlags) continue
    const { start, end } = mention
    complaints.set(mention.target, {
      code: 'emergency-without-advice',
      field: 'seekCare.text',
      place: { start, end },
      about: symptom.slug,
      message: `“${mention.text}” ${isEmergency ? 'can be an emergency' : 'can be a sign of an emergency'}: say when to call an emergency number or get help at once.`,
    })
  }
  if (complaints.size === 0) return []
  const said = [text.seekCareText, text.text, ...text.keyPoints].join('\n')
  return givesEmergencyAdvice(said, text.locale) ? [] : [...complaints.values()]
}
