import type { LogEntry, LoggedCollection, PendingEntry } from '../publishing/logEntry'

/*
 * A response's surrogate keys say what it was made of; a change purges the responses that hold one of its keys.
 *
 *   articles:ID     this document, seen or only referred to, or found missing
 *   articles/SLUG   what is at this address
 *   articles:*      the collection as a list
 *   articles=ID     what this article is called and where it is, where no more of it is said
 *   articles~ID     the articles that link this symptom, remedy or clinic
 */

export const documentKey = (collection: LoggedCollection, id: string): string =>
  id.length > longest ? listKey(collection) : `${collection}:${encode(id)}`

export const addressKey = (collection: LoggedCollection, slug: string): string =>
  slug.length > longest ? listKey(collection) : `${collection}/${encode(slug)}`

export const listKey = (collection: LoggedCollection): string => `${collection}:*`

/** What an article is called and where it is: a change of its other words leaves who only names it in the cache. */
export const nameKey = (collection: LoggedCollection, id: string): string => `${collection}=${encode(id)}`

/** Which articles link a symptom, a remedy or a clinic. */
export const linkKey = (collection: LoggedCollection, entry: string): string =>
  entry.length > longest ? listKey(collection) : `${collection}~${encode(entry)}`

/** Safe in a header; half of a surrogate pair cannot be written as UTF-8. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))

/** Ids and slugs of questions are their askers' own text; none that exists is longer. */
const longest = 300

/** What a change purges: the document, its addresses before and after, and the lists of its collection. */
export function keysOf({ collection, document, slugs, slugsBefore, links }: PendingEntry | LogEntry): string[] {
  const addresses = [...Object.values(slugs), ...Object.values(slugsBefore)].filter(Boolean)
  return [
    ...new Set([
      documentKey(collection, document),
      ...addresses.map((slug) => addressKey(collection, slug)),
      listKey(collection),
      ...(links ? [nameKey(collection, document)] : []),
      ...(links ?? []).map((entry) => linkKey(collection, entry)),
    ]),
  ]
}

/** Any change in a collection purges its lists, so that beside a list's key its documents' keys say nothing. */
export function withoutCovered(keys: Iterable<string>): string[] {
  const all = new Set(keys)
  return [...all].filter((key) => key.endsWith(':*') || !all.has(`${collectionOf(key)}:*`)).sort()
}

/** The keys within `most` characters, for a header: collections that would be too long are named as a whole. */
export function withinHeader(keys: string[], most = 4000): string[] {
  if (keys.join(' ').length <= most) return keys
  const sizes = new Map<string, number>()
  for (const key of keys) sizes.set(collectionOf(key), (sizes.get(collectionOf(key)) ?? 0) + key.length)
  const [largest] = [...sizes].sort(([, a], [, b]) => b - a)[0] as [string, number]
  return withinHeader(withoutCovered([...keys, `${largest}:*`]), most)
}

const collectionOf = (key: string): string => key.slice(0, key.search(/[:/~=]/))
