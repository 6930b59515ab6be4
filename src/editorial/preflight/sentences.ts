export interface Sentence {
  start: number
  end: number
  words: string
}

/** The sentences of a plain text, a line end ending one too. A point within a number or an abbreviation such as "Dr." ends none. */
export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const ends = /\n|(?<!\b(?:dr|dra|mr|mrs|ms|sr|sra|e\.g|i\.e|vs|aprox|approx|p\. ej))[.!?…]+["”’»)]*(?=\s|$)/giu
  const add = (end: number) => {
    const words = text.slice(start, end)
    if (words.trim()) sentences.push({ start, end, words })
    start = end
  }
  for (const match of text.matchAll(ends)) add(match.index + match[0].length)
  add(text.length)
  return sentences
}

/** The sentence that stands at an offset, with those before and after it in the same line. */
export function sentencesAround(text: string, sentences: readonly Sentence[], offset: number): string[] {
  const at = sentences.findIndex(({ start, end }) => offset >= start && offset < end)
  const sentence = sentences[at]
  if (!sentence) return []
  const lineStart = text.lastIndexOf('\n', offset) + 1
  const next = text.indexOf('\n', offset)
  const lineEnd = next === -1 ? text.length : next
  return sentences
    .slice(Math.max(0, at - 1), at + 2)
    .filter(({ start, end }) => end > lineStart && start < lineEnd)
    .map(({ words }) => words)
}
