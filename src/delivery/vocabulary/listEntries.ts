import type { BasePayload } from 'payload'
import { defaultLocale, locales } from '../addresses'
import { findPublicByIds } from '../findPublic'
import { BadParameter, oneOf, wholeNumber } from '../parameters'
import type { ListedEntry } from './entries'
import { byName, folded, fromCursor, type Named, pageOf, readNames, toCursor, type Vocabulary } from './names'
import { type Asked, listedFields, toListed } from './toListed'

export const listParameters = {
  locale: oneOf(...locales),
  q: (value: string) => value,
  limit: wholeNumber(1, 100),
  cursor: (value: string) => value,
}

export type ListQuestion = { [Name in keyof typeof listParameters]?: ReturnType<(typeof listParameters)[Name]> }

/** A list under the collection's name. */
export type EntryList<Entry = ListedEntry> = Record<string, Entry[] | string | number | null> & {
  /** How many there are on all pages. */
  total: number
  /** The address of the next page; null on the last one. */
  next: string | null
}

/** A page of published entries in the order of their names; with `q` those whose name begins so. */
export async function listEntries(
  payload: BasePayload,
  collection: Vocabulary,
  question: ListQuestion,
  asked: Asked,
): Promise<EntryList> {
  const { locale = defaultLocale, q, limit = 20, cursor } = question
  const names = await readNames(payload, collection, locale)
  const prefix = q === undefined ? '' : folded(q)
  if (q !== undefined && prefix === '') throw new BadParameter('q', 'has no letter or digit')
  const fitting = prefix ? names.filter(({ name }) => folded(name).startsWith(prefix)) : names
  const { page, next } = pageOf(fitting, limit, cursor === undefined ? undefined : behind(cursor, locale), (item) =>
    toCursor(item.name, item.id),
  )
  const docs = await findPublicByIds(
    payload,
    collection,
    locale,
    page.map(({ id }) => id),
    { select: listedFields[collection] },
  )
  return {
    [collection]: docs.map((doc) => toListed[collection](doc as never, asked)),
    total: fitting.length,
    next: next === undefined ? null : nextPage(collection, question, next, asked),
  }
}

function behind(cursor: string, locale: string): (item: Named) => boolean {
  const [name, id] = fromCursor<string>(cursor, 'string')
  const compare = byName(locale)
  return (item) => compare(item, { name, id }) > 0
}

/** The same question about the page behind. */
export function nextPage(collection: Vocabulary, question: object, cursor: string, { addresses }: Asked): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...question, cursor })) query.set(name, String(value))
  return `${addresses.base}/v1/${collection}?${query}`
}
