import type { BasePayload, PayloadRequest, SelectType } from 'payload'
import type { LogEvent, LoggedCollection, PendingEntry } from './logEntry'

/** What readers get of a document; null where it is none of theirs. */
export interface PublicState {
  locales: string[]
  slugs: Record<string, string>
  /** What readers are told of a text that they may have kept. */
  recall?: 'corrected' | 'recalled'
  /** The symptoms, remedies and clinics that an article links. */
  links?: string[]
  /** What an article is called, by locale. */
  titles?: Record<string, string>
  /** Changes with everything that readers see of it. */
  updatedAt: string
}

interface Row {
  id: string
  slug?: Record<string, string | null> | null
  localeStatus?: Record<string, string | null> | null
  published?: boolean | null
  _status?: string
  deletedAt?: string | null
  updatedAt?: string
  recall?: { kind?: 'corrected' | 'recalled' | null } | null
  symptoms?: string[] | null
  remedies?: string[] | null
  clinics?: string[] | null
  title?: Record<string, string | null> | null
}

const shownFields: SelectType = { published: true, updatedAt: true }
const publishedFields: SelectType = { slug: true, localeStatus: true, _status: true, deletedAt: true, updatedAt: true }
const articleFields: SelectType = {
  slug: true,
  localeStatus: true,
  _status: true,
  deletedAt: true,
  updatedAt: true,
  recall: true,
  symptoms: true,
  remedies: true,
  clinics: true,
  title: true,
}

const isFile = (collection: LoggedCollection): boolean => collection === 'media' || collection === 'redirects'

/** The row that readers are served from, in the transaction of `req`: a newer draft is not in it. */
export async function readPublicState(
  collection: LoggedCollection,
  id: string,
  req: PayloadRequest,
): Promise<PublicState | null> {
  const select = collection === 'articles' ? articleFields : isFile(collection) ? shownFields : publishedFields
  const row = await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, select, req })
  return row ? publicStateOf(collection, row, req.payload) : null
}

export function publicStateOf(collection: LoggedCollection, row: Row, payload: BasePayload): PublicState | null {
  const updatedAt = row.updatedAt ?? ''
  if (isFile(collection)) return row.published ? { locales: [], slugs: {}, updatedAt } : null
  if (row._status !== 'published' || row.deletedAt) return null
  const { localization } = payload.config
  const defaultLocale = localization ? localization.defaultLocale : 'en'
  const codes = localization ? localization.localeCodes : [defaultLocale]
  const locales = codes.filter((locale) => locale === defaultLocale || row.localeStatus?.[locale] === 'ready')
  const recall = row.recall?.kind
  const links = [...(row.symptoms ?? []), ...(row.remedies ?? []), ...(row.clinics ?? [])]
  return {
    locales,
    slugs: inLocales(row.slug, locales),
    updatedAt,
    ...(recall ? { recall } : {}),
    ...(links.length ? { links, titles: inLocales(row.title, locales) } : {}),
  }
}

const inLocales = (words: Record<string, string | null> | null | undefined, locales: string[]) =>
  Object.fromEntries(locales.flatMap((locale) => (words?.[locale] ? [[locale, words[locale]]] : [])))

/** The entry that leads from one state to the other; none where readers see no difference. */
export function entryBetween(
  collection: LoggedCollection,
  document: string,
  before: PublicState | null,
  after: PublicState | null,
  gone = false,
): PendingEntry | undefined {
  const event = eventBetween(before, after, gone)
  if (!event) return undefined
  const links = isNamedTheSame(before, after) ? [] : [...new Set([...(before?.links ?? []), ...(after?.links ?? [])])]
  return {
    ...(links.length ? { links } : {}),
    event,
    collection,
    document,
    locales: after?.locales ?? [],
    slugs: after?.slugs ?? {},
    slugsBefore: before?.slugs ?? {},
  }
}

/** Whether those who name the article beside theirs, because it links the same, name it as before. */
function isNamedTheSame(before: PublicState | null, after: PublicState | null): boolean {
  const named = (state: PublicState | null) =>
    state && JSON.stringify([state.locales, state.slugs, state.titles, state.links?.toSorted()])
  return named(before) === named(after)
}

function eventBetween(before: PublicState | null, after: PublicState | null, gone: boolean): LogEvent | undefined {
  if (!before && !after) return undefined
  if (!before) return 'published'
  if (!after) return gone ? 'deleted' : 'withdrawn'
  if (after.recall && after.recall !== before.recall) return after.recall
  if (Object.entries(before.slugs).some(([locale, slug]) => after.slugs[locale] !== slug)) return 'moved'
  const same = before.updatedAt === after.updatedAt && before.locales.join() === after.locales.join()
  return same ? undefined : 'changed'
}
