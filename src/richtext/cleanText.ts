/**
 * What may stand in stored text: no byte order mark, no NUL or other control characters (databases and XML refuse
 * them), no half of a surrogate pair, one kind of line end. Zero-width characters and bidi controls stay: some scripts need them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\uFFFD')
}

/** CRLF, CR, and the breaks that word processors write: vertical tab, form feed, NEL, line and paragraph separator. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const CONTROLS = /(?![\t\n])\p{Cc}/gu
const LONE_SURROGATES = /\p{Surrogate}/gu
