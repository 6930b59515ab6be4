/** The first sentences of a text or of HTML, as long as fits into a hint. */
export function shortOf(text: string | null | undefined, most = 180): string {
  const [first = ''] = (text ?? '').split(/<\/p>|\n/)
  const plain = first
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
  let short = ''
  for (const sentence of plain.match(/[^.!?]+[.!?]*\s*/g) ?? []) {
    if (short && (short + sentence).trim().length > most) break
    short += sentence
  }
  return short.trim()
}
