import type { TextCheck } from '../checkArticle'

export const checkSummary: TextCheck = ({ summary }) =>
  summary.trim()
    ? []
    : [{ code: 'missing-summary', field: 'summary', message: 'Say in two or three sentences what this is about.' }]
