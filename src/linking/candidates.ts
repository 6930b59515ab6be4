import { languageOf } from './language'
import { fold, tokenize } from './tokens'
import { wordsOf } from './wordsOf'

/** The different stems of a text, as an index of articles holds them. */
export function stemsOf(text: string, locale: string): string[] {
  const language = languageOf(locale)
  const surfaces = new Map<string, number>()
  tokenize(text, (surface) => {
    if (surface !== '') surfaces.set(surface, 0)
    return 0
  })
  const stems = new Set<string>()
  for (const surface of surfaces.keys()) stems.add(language.stem(language.normalize(fold(surface))))
  stems.delete('')
  return [...stems]
}

/** A word is looked for in two parts only where each has so many letters. */
const shortestPart = 3
const mostAlternatives = 64

/**
 * Which texts a term can be found in: those that hold all stems of one of the alternatives. They are the term's words, its words
 * written as one or as two, and for a remedy the words that say the same. More than the engine finds, never less.
 */
export function candidatesFor(term: string, locale: string): string[][] {
  const language = languageOf(locale)
  const words = wordsOf(term, language)
  if (words.length === 0) return []
  const stem = (word: string) => language.stem(word)
  const content = words.filter((word) => !language.functionWords.includes(word))
  const telling = content.length ? content : words

  const alternatives: string[][] = [telling.map(stem)]
  for (let at = 0; at + 1 < words.length; at++)
    alternatives.push([...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].map(stem))
  for (const word of telling) {
    const others = telling.filter((other) => other !== word).map(stem)
    for (let at = shortestPart; at <= word.length - shortestPart; at++)
      alternatives.push([stem(word.slice(0, at)), stem(word.slice(at)), ...others])
  }
  if (telling.length > 1) alternatives.push(...inOtherWords(telling, language.equivalents, language))
  return alternatives.slice(0, mostAlternatives)
}

function inOtherWords(
  words: readonly string[],
  groups: readonly (readonly string[])[],
  { stem, normalize }: { stem: (word: string) => string; normalize: (word: string) => string },
): string[][] {
  let made: string[][] = [[]]
  for (const word of words) {
    const group = groups.find((each) => each.some((other) => stem(normalize(other)) === stem(word)))
    const stems = [...new Set((group ?? [word]).map((each) => stem(normalize(each))))]
    made = made.flatMap((before) => stems.map((each) => [...before, each])).slice(0, mostAlternatives)
  }
  return made
}
