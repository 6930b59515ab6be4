import { languageOf } from '../../linking/language'
import { wordsOf } from '../../linking/wordsOf'

/** Two terms with the same key are one word, whatever their capitals and spelling; undefined where a term is none that could be found. */
export function jargonKey(locale: string, term: string): string | undefined {
  const words = wordsOf(term, languageOf(locale))
  return words.length > 0 && words.length <= mostWords ? `${locale}:${words.join(' ')}` : undefined
}

/** No term of a vocabulary is longer, in words. */
export const mostWords = 12
