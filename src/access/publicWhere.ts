import { type CollectionSlug, type PayloadRequest, QueryError, type Where, type WhereField } from 'payload'
import { type PublicPaths, publicPaths } from './publicPaths'
import { isPublished } from './rules'

const operators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'contains',
]
const mostConditions = 50
/** Objects of `and` and `or`, which may be empty. */
const mostGroups = 100
const mostValues = 100
const longestValue = 500

/** Fields whose text differs by locale: only a locale that is ready may be searched or sorted by. */
export const localized = new Set(['slug', 'title', 'name', 'summary', 'synonyms', 'alt'])

/**
 * A stranger's `where`, held against the allow-list and rewritten so that no unpublished document can change the answer:
 * a filter on a relationship is resolved to the published documents it means before the database sees it. A filter or a sort
 * by words of a locale covers the documents whose words in that locale are ready.
 *
 * @throws QueryError (400) for a path that is not public, an operator that is not offered, or a condition too large.
 */
export async function publicWhere(
  where: Where | undefined,
  slug: string,
  req: PayloadRequest,
  sort?: string | string[],
  paths = publicPaths[slug],
): Promise<Where | undefined> {
  if (!paths) return where
  const state = { conditions: 0, groups: 0, localized: sortsByWords(sort) }
  const rewritten = where && Object.keys(where).length > 0 ? await rewrite(where, paths, req, state) : where
  const locale = req.locale
  const defaultLocale = req.payload.config.localization ? req.payload.config.localization.defaultLocale : undefined
  if (!state.localized || !locale || locale === defaultLocale || slug === 'media' || slug === 'redirects')
    return rewritten
  // `locale=all` compares with every locale's words at once, which no rule could keep to the ready ones.
  if (locale === 'all') throw refused('locale=all together with a filter or sort by words')
  return { and: [rewritten ?? {}, { localeStatus: { equals: 'ready' } }] }
}

type State = { conditions: number; groups: number; localized: boolean }

async function rewrite(where: Where, paths: PublicPaths, req: PayloadRequest, state: State, depth = 0): Promise<Where> {
  if (depth > 5) throw refused('conditions nested more than five deep')
  if (++state.groups > mostGroups) throw refused(`more than ${mostGroups} groups of conditions`)
  if (where === null || typeof where !== 'object') throw refused('conditions that are none')
  const parts: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    const combinator = key.toLowerCase()
    if (combinator === 'and' || combinator === 'or') {
      if (!Array.isArray(value)) throw refused(key)
      const inner: Where[] = []
      for (const each of value) inner.push(await rewrite(each as Where, paths, req, state, depth + 1))
      parts.push({ [combinator]: inner })
      continue
    }
    parts.push(await condition(key, value as WhereField, paths, req, state))
  }
  return parts.length === 1 ? (parts[0] as Where) : { and: parts }
}

async function condition(
  given: string,
  field: WhereField,
  paths: PublicPaths,
  req: PayloadRequest,
  state: State,
): Promise<Where> {
  const path = given.replace(/__/g, '.') // GraphQL writes nested paths with two underscores
  if (++state.conditions > mostConditions) throw refused(`more than ${mostConditions} conditions`)
  if (field === null || typeof field !== 'object' || Array.isArray(field)) throw refused(path)
  for (const [operator, value] of Object.entries(field)) {
    if (!operators.includes(operator)) throw refused(`${path}[${operator}]`)
    checkValue(path, value)
  }
  const relation = Object.hasOwn(paths.relations, path.replace(/\.(slug|id)$/, ''))
    ? path.replace(/\.(slug|id)$/, '')
    : undefined
  if (relation)
    return relationCondition(
      relation,
      path.endsWith('.slug') ? 'slug' : 'id',
      field,
      paths.relations[relation] as string,
      req,
    )
  if (!paths.filter.includes(path)) throw refused(path)
  if (localized.has(path)) state.localized = true
  return { [given]: field }
}

/** `symptoms.slug equals x` becomes `symptoms in [the published ones that are x]`; unpublished ids drop out of every list. */
async function relationCondition(
  path: string,
  by: 'id' | 'slug',
  field: WhereField,
  collection: string,
  req: PayloadRequest,
): Promise<Where> {
  const parts: Where[] = []
  for (const [operator, value] of Object.entries(field)) {
    const wanted = (Array.isArray(value) ? value : String(value).split(',')).map(String)
    if (operator === 'equals' || operator === 'in')
      parts.push({ [path]: { in: await publishedIds(collection, by, wanted, req) } })
    else if (operator === 'not_equals' || operator === 'not_in') {
      const ids = await publishedIds(collection, by, wanted, req)
      if (ids.length > 0) parts.push({ [path]: { not_in: ids } })
    } else throw refused(`${path}[${operator}]`)
  }
  return parts.length === 1 ? (parts[0] as Where) : { and: parts }
}

async function publishedIds(
  collection: string,
  by: 'id' | 'slug',
  values: string[],
  req: PayloadRequest,
): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: collection as CollectionSlug,
    where: { and: [{ [by]: { in: values } }, isPublished, ...(by === 'slug' ? [readyIn(req)] : [])] },
    select: { slug: true },
    sort: 'id',
    limit: mostValues,
    pagination: false,
    locale: req.locale ?? undefined,
    req,
  })
  return docs.map((doc) => doc.id)
}

function readyIn(req: PayloadRequest): Where {
  const localization = req.payload.config.localization
  return localization && req.locale !== localization.defaultLocale ? { localeStatus: { equals: 'ready' } } : {}
}

function sortsByWords(sort: string | string[] | undefined): boolean {
  if (!sort) return false
  const parts = Array.isArray(sort) ? sort : String(sort).split(',')
  return parts.some((part) => localized.has(part.trim().replace(/^-/, '')))
}

function checkValue(path: string, value: unknown): void {
  const values = Array.isArray(value) ? value : [value]
  if (values.length > mostValues) throw refused(`${path} (more than ${mostValues} values)`)
  for (const each of values) {
    if (each !== null && typeof each === 'object' && !(each instanceof Date)) throw refused(path)
    if (typeof each === 'string' && each.length > longestValue)
      throw refused(`${path} (a value of more than ${longestValue} characters)`)
  }
}

const refused = (path: string): QueryError => new QueryError([{ path: path.slice(0, 80) }])
