/** `leg-cramps.es.md` is the Spanish text of `leg-cramps.md`. */
export function splitLocale(path: string): { source: string; locale?: 'en' | 'es' } {
  const match = /\.(en|es)(\.[a-z]+)$/i.exec(path)
  if (!match?.[1] || !match[2]) return { source: path }
  return { source: path.slice(0, match.index) + match[2], locale: match[1].toLowerCase() as 'en' | 'es' }
}
