/** Words that take the place of others, with a capital where those began with one. */
export function keepCapital(words: string, replaced: string): string {
  const [first = ''] = words
  const begins = /^\p{Lu}/u.test(replaced)
  return begins ? first.toLocaleUpperCase() + words.slice(first.length) : words
}
