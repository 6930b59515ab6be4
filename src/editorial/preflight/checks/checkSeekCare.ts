import { languageOf } from '../../../linking/language'
import type { TextCheck } from '../checkArticle'

/** The advice may stand in its own field, be an urgency alone, or be a section of the body under a heading that says so. */
export const checkSeekCare: TextCheck = ({ locale, sections, seekCareText }, { urgency }) => {
  const { redFlagHeading } = languageOf(locale)
  if (seekCareText.trim() || urgency || sections.some(({ heading }) => redFlagHeading.test(heading))) return []
  return [
    {
      code: 'missing-seek-care',
      field: 'seekCare.text',
      message: 'Say when to seek care: what to look for, and whom to call.',
    },
  ]
}
