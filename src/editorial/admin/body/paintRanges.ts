/**
 * Paints places of the page by the CSS Custom Highlight API, which touches no node; `::highlight(name)` says how they look. Several
 * may paint by one name. Browsers without it paint nothing.
 *
 * @returns what wipes these away again
 */
export function paintRanges(name: string, ranges: readonly Range[]): () => void {
  if (!('highlights' in CSS) || ranges.length === 0) return () => {}
  const highlight = CSS.highlights.get(name) ?? new Highlight()
  for (const range of ranges) highlight.add(range)
  CSS.highlights.set(name, highlight)
  return () => {
    for (const range of ranges) highlight.delete(range)
    if (highlight.size === 0 && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
  }
}
