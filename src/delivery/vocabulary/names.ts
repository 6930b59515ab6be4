import type { BasePayload } from 'payload'
import { noteList } from '../../cache/reads'
import type { Locale } from '../addresses'
import { Mirror, type Mirrored } from '../mirror'
import { oneAtATime } from '../oneAtATime'
import { BadParameter } from '../parameters'

export type Vocabulary = Exclude<Mirrored, 'articles'>

export interface Named {
  id: string
  name: string
}

/**
 * The names of a collection in a language, in that language's order. Kept in memory, since databases order by code points,
 * and one that orders by words of a language leaves out the entries whose words fell back.
 */
class NameList {
  private list: Named[] = []
  private readonly byId = new Map<string, Named>()
  private readonly mirror: Mirror<Vocabulary>

  constructor(
    payload: BasePayload,
    collection: Vocabulary,
    readonly locale: Locale,
  ) {
    this.mirror = new Mirror(payload, collection, locale, { name: true })
  }

  readonly names = oneAtATime(async (): Promise<readonly Named[]> => {
    await this.refresh()
    return this.list
  })

  private async refresh(): Promise<void> {
    let changed = false
    await this.mirror.changes(({ read, gone }) => {
      changed = true
      for (const { id, name } of read) this.byId.set(id, { id, name: name ?? '' })
      for (const id of gone) this.byId.delete(id)
    })
    if (changed) this.list = [...this.byId.values()].sort(byName(this.locale))
  }
}

const kept = new WeakMap<BasePayload, Map<string, NameList>>()

/** All names that readers see, in order. */
export function readNames(payload: BasePayload, collection: Vocabulary, locale: Locale): Promise<readonly Named[]> {
  // What is read for the list is shared between answers; that it was the whole list is each answer's own.
  noteList(collection)
  const lists = kept.get(payload) ?? new Map<string, NameList>()
  kept.set(payload, lists)
  const key = `${collection}:${locale}`
  const list = lists.get(key) ?? new NameList(payload, collection, locale)
  lists.set(key, list)
  return list.names()
}

const collators = new Map<string, Intl.Collator>()

/** Names as the language orders them; equal ones by id, so that a position in the list is exact. */
export function byName(locale: string): (one: Named, other: Named) => number {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  collators.set(locale, collator)
  return (one, other) => collator.compare(one.name, other.name) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

/** Without case and accents, for comparing what a reader typed. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/** A page of sorted items behind a position, and the position that the next page begins behind. */
export function pageOf<T, Position>(
  sorted: readonly T[],
  limit: number,
  isBehind: ((item: T) => boolean) | undefined,
  positionOf: (item: T) => Position,
): { page: T[]; next: Position | undefined } {
  const found = isBehind ? sorted.findIndex(isBehind) : 0
  const start = found < 0 ? sorted.length : found
  const page = sorted.slice(start, start + limit)
  const last = page.at(-1)
  return { page, next: last !== undefined && start + limit < sorted.length ? positionOf(last) : undefined }
}

/** A position as it stands in an address: opaque to its reader. */
export const toCursor = (...position: (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** @throws BadParameter for what {@link toCursor} did not make for a list of this kind. */
export function fromCursor<First extends string | number>(cursor: string, kind: 'string' | 'number'): [First, string] {
  const wrong = new BadParameter('cursor', 'is none that was given here')
  if (cursor.length > 1000) throw wrong
  let position: unknown
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw wrong
  }
  const [first, id, ...more] = Array.isArray(position) ? position : []
  if (typeof first !== kind || typeof id !== 'string' || more.length > 0) throw wrong
  return [first as First, id]
}
