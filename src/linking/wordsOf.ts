import type { Language } from './language'
import { fold, tokenize } from './tokens'

/** The words of a term as the engine compares them. */
export function wordsOf(text: string, language: Language): string[] {
  const words: string[] = []
  tokenize(text, (surface) => words.push(language.normalize(fold(surface))))
  return words.filter((word) => word !== '')
}
