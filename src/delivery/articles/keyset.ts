import type { Where } from 'payload'
import { BadParameter } from '../parameters'

/** What a list may be sorted by, and the field that it stands for. */
export const sortFields = {
  title: 'title',
  modified: 'updatedAt',
  reviewed: 'reviewedOn',
  nextReview: 'nextReviewDue',
} as const
export type SortName = keyof typeof sortFields
export type Sort = SortName | `-${SortName}`

/** The last row of a page: the next one begins behind it, whatever was added or taken away before it meanwhile. */
export interface Position {
  value: string | null
  id: string
}

/** Opaque to readers; it says which sort it belongs to, so that it is not used with another one. */
export const toCursor = (sort: Sort, { value, id }: Position): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')

/** @throws BadParameter for what is no cursor of this sort. */
export function fromCursor(cursor: string, sort: Sort): Position {
  const read = cursor.length <= 2000 ? parsed(Buffer.from(cursor, 'base64url').toString()) : undefined
  if (!Array.isArray(read) || read.length !== 3) throw new BadParameter('cursor', 'is none that was given here')
  const [of, value, id] = read as unknown[]
  const isDated = sortFields[nameOf(sort)] !== 'title'
  const isValue =
    value === null ||
    (typeof value === 'string' && value.length <= 400 && !(isDated && Number.isNaN(Date.parse(value))))
  if (!isValue || typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id))
    throw new BadParameter('cursor', 'is none that was given here')
  if (of !== sort) throw new BadParameter('cursor', 'belongs to another sort')
  return { value, id }
}

const isDescending = (sort: Sort): boolean => sort.startsWith('-')
export const nameOf = (sort: Sort): SortName => sort.replace('-', '') as SortName

/** Payload's `sort`: the id last, so that equal values have an order too. */
export const orderBy = (sort: Sort): string[] => {
  const minus = isDescending(sort) ? '-' : ''
  return [`${minus}${sortFields[nameOf(sort)]}`, `${minus}id`]
}

/** The rows behind a position. Both databases put rows without a value first, and last when descending. */
export function behind(sort: Sort, { value, id }: Position): Where {
  const field = sortFields[nameOf(sort)]
  const descending = isDescending(sort)
  const beyond = descending ? 'less_than' : 'greater_than'
  const missing: Where = { [field]: { exists: false } }
  const next: Where = { id: { [beyond]: id } }
  if (value === null) {
    const tied: Where = { and: [missing, next] }
    return descending ? tied : { or: [tied, { [field]: { exists: true } }] }
  }
  const parts: Where[] = [{ [field]: { [beyond]: value } }, { and: [{ [field]: { equals: value } }, next] }]
  // Title, and when it was changed, every row has.
  const mayMiss = field === 'reviewedOn' || field === 'nextReviewDue'
  return { or: descending && mayMiss ? [...parts, missing] : parts }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
