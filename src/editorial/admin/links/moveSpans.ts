/**
 * Where places of a text are after it was edited in one spot, as by typing: those behind the spot move with it, those that it
 * touches are left out until somebody looks at them anew.
 */
export function moveSpans<Placed extends { start: number; end: number }>(
  spans: readonly Placed[],
  before: string,
  after: string,
): Placed[] {
  if (before === after) return [...spans]
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[same] === after[same]) same++
  let sameBehind = 0
  while (sameBehind < shorter - same && before.at(-1 - sameBehind) === after.at(-1 - sameBehind)) sameBehind++
  const behind = before.length - sameBehind
  const shift = after.length - before.length
  return spans.flatMap((span) => {
    if (span.end <= same) return [span]
    return span.start >= behind ? [{ ...span, start: span.start + shift, end: span.end + shift }] : []
  })
}
