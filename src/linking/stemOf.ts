import type { Language } from './language'
import { mostWords } from './mostWords'

const caches = new WeakMap<Language, Map<string, string>>()

/** A word's stem, worked out once for each word. */
export function stemOf(language: Language, form: string): string {
  let cache = caches.get(language)
  if (!cache) {
    cache = new Map()
    caches.set(language, cache)
  }
  let stem = cache.get(form)
  if (stem === undefined) {
    if (cache.size >= mostWords) cache.clear()
    stem = language.stem(form)
    cache.set(form, stem)
  }
  return stem
}
