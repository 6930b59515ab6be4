/**
 * The words of a place with the word behind them or, where the line or sentence ends there, the one before: the least that says in
 * which phrase they mean something else.
 */
export function phraseAround(text: string, { start, end }: { start: number; end: number }): string {
  const word = /^[ \u00a0-]?[\p{L}\p{N}\p{M}'’]+/u.exec(text.slice(end, end + 60))
  if (word) return text.slice(start, end + word[0].length)
  const before = /[\p{L}\p{N}\p{M}'’]+[ \u00a0-]$/u.exec(text.slice(Math.max(0, start - 60), start))
  return `${before?.[0] ?? ''}${text.slice(start, end)}`
}
