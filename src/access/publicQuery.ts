import type { CollectionBeforeOperationHook, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { BadRequest } from './BadRequest'
import { type PublicPaths, publicPaths } from './publicPaths'
import { localized, publicWhere } from './publicWhere'
import { refuseLarge } from './refuseLarge'
import { isStaff } from './roles'

/** No page lies beyond it, and its number fits the databases' integers. */
const lastPage = 1_000_000

/**
 * Set on the context of a request whose question has been through here: it is not held against the allow-list again, since what it was
 * rewritten to names what only the server may. No network caller can set it.
 */
export const checkedBefore = 'questionChecked'

/** Upper bounds on one read, by who asks. `populateDepth` is Payload's `depth`. */
export const bounds = {
  stranger: { limit: 100, depth: 3 },
  staff: { limit: 1000, depth: 5 },
} as const

interface ReadArguments {
  where?: Where
  sort?: string | string[]
  select?: Record<string, unknown>
  populate?: Record<string, Record<string, unknown> | unknown>
  joins?: Record<string, JoinArguments | false> | false
  limit?: number
  depth?: number
  page?: number
  pagination?: boolean
  draft?: boolean
  trash?: boolean
  data?: unknown
  field?: string
  currentDepth?: number
  disableErrors?: boolean
}
interface JoinArguments {
  where?: Where
  sort?: string | string[]
  limit?: number
  page?: number
  count?: boolean
}

/**
 * Stands before every read that keeps access rules, whichever road it came by. For staff it bounds the work; for strangers it
 * also holds the question against the allow-list (`publicPaths`), and takes away what asks for drafts or the trash. An answer
 * of 400 is the same for a hidden path and for one that does not exist. What chooses the documents of another operation is bounded too.
 */
export const publicQuery: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || req.context[checkedBefore]) return args
  const asked = args as ReadArguments
  // Payload populates through `find` with the depth it has reached; no network caller can set it. What he can set is `draft`, on a
  // relation of GraphQL or in its address: by what is not there then, he would know which documents have a newer draft.
  const populating = asked.currentDepth !== undefined && asked.disableErrors === true
  if (populating) return isStaff(req.user) ? args : { ...args, draft: false }
  refuseLarge(asked)
  if (!['read', 'count', 'readDistinct'].includes(operation)) return args

  const bound = isStaff(req.user) ? bounds.staff : bounds.stranger
  // A GraphQL join asks for one more than its limit, to know whether there is a next page.
  checkBound('limit', asked.limit, asked.pagination === false ? bound.limit + 1 : bound.limit)
  checkBound('depth', asked.depth, bound.depth)
  checkBound('page', asked.page, lastPage)
  if (isStaff(req.user)) {
    checkStaffSort(asked.sort, collection)
    return args
  }
  if (asked.limit === 0 || (asked.pagination === false && asked.limit === undefined))
    throw badRequest(`limit must be from 1 to ${bound.limit}`)

  const paths = publicPaths[collection.slug]
  if (!paths) return args // not a public collection: its access rule refuses
  const at = collection.slug
  checkSort(asked.sort, paths, at)
  if (asked.field !== undefined && !paths.sort.includes(asked.field)) throw unknownPath(asked.field, at)
  checkSelect(asked.select, paths, at)
  checkPopulate(asked.populate)
  return {
    ...args,
    draft: false,
    trash: false,
    data: undefined,
    where: await publicWhere(asked.where, collection.slug, req, asked.sort),
    joins: await publicJoins(asked.joins, paths, bound.limit, req),
  }
}

async function publicJoins(joins: ReadArguments['joins'], paths: PublicPaths, limit: number, req: PayloadRequest) {
  if (!joins) return joins
  const allowed: Record<string, JoinArguments | false> = {}
  for (const [name, join] of Object.entries(joins)) {
    const slug = paths.joins[name]
    const target = slug ? publicPaths[slug] : undefined
    if (!slug || !target) throw unknownPath(name, 'joins')
    if (!join) {
      allowed[name] = false
      continue
    }
    const asked = typeof join === 'object' ? join : {}
    checkBound(`joins.${name}.limit`, asked.limit, limit)
    if (Number(asked.limit) === 0) throw badRequest(`joins.${name}.limit must be from 1 to ${limit}`)
    const offered = inJoin(target)
    checkSort(asked.sort, offered, name)
    allowed[name] = { ...asked, where: await publicWhere(asked.where, slug, req, asked.sort, offered) }
  }
  return allowed
}

/**
 * What a join may filter and sort by: Payload's joins have no order by words of a locale and no filter by lists of words. On
 * SQLite the query would fail, on MongoDB the order would be another one.
 */
const inJoin = (paths: PublicPaths): PublicPaths => ({
  ...paths,
  filter: paths.filter.filter((path) => path !== 'synonyms'),
  sort: paths.sort.filter((path) => !localized.has(path)),
})

function checkBound(name: string, value: unknown, most: number): void {
  if (value === undefined || value === null) return
  // An empty `limit=` is no number to Payload, which then lists everything.
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw badRequest(`${name} must be a whole number from 0 to ${most}`)
}

function checkSort(sort: string | string[] | undefined, paths: PublicPaths, at: string): void {
  for (const path of sortedBy(sort)) if (!paths.sort.includes(path)) throw unknownPath(path, at)
}

const sortedBy = (sort: string | string[] | undefined): string[] =>
  (Array.isArray(sort) ? sort : String(sort ?? '').split(','))
    .map((part) => String(part).trim().replace(/^-/, ''))
    .filter(Boolean)

/** What of a person a colleague may sort by; Payload itself lets an order tell what is in a password's hash. */
const ofPeople = new Set(['id', 'name', 'role', 'createdAt', 'updatedAt'])

function checkStaffSort(
  sort: string | string[] | undefined,
  { flattenedFields, slug }: SanitizedCollectionConfig,
): void {
  for (const path of sortedBy(sort)) {
    const [first, ...rest] = path.split('.')
    const field = flattenedFields.find(({ name }) => name === first)
    const target = field && 'relationTo' in field ? field.relationTo : undefined
    if (rest.length > 0 && target === 'users' && !ofPeople.has(rest.join('.'))) throw unknownPath(path, slug)
  }
}

function checkSelect(select: Record<string, unknown> | undefined, paths: PublicPaths, at: string): void {
  if (!select || typeof select !== 'object') return
  for (const path of Object.keys(select)) if (!paths.select.includes(path)) throw unknownPath(path, at)
}

function checkPopulate(populate: ReadArguments['populate']): void {
  if (!populate || typeof populate !== 'object') return
  for (const [slug, select] of Object.entries(populate)) {
    const paths = Object.hasOwn(publicPaths, slug) ? publicPaths[slug] : undefined
    if (!paths) throw unknownPath(slug, 'populate')
    if (select && typeof select === 'object') checkSelect(select as Record<string, unknown>, paths, slug)
  }
}

const badRequest = (message: string): Error => new BadRequest(message)

/** The path is not repeated in full: it is the caller's own text, of any length. */
const unknownPath = (path: string, at: string): Error =>
  badRequest(`The following path cannot be queried: ${at}.${path.slice(0, 80)}`)
