import type { CollectionSlug, PayloadRequest, SelectType } from 'payload'
import { type BodyText, toText } from '../../richtext/toText'
import { readMentions, relationOf, type StoredMention } from '../linkArticle'
import { collectionOf, defaultLocaleOf, kinds } from '../vocabulary'
import { type BodyReferences, bodyReferences, idOf } from './bodyReferences'
import type { ArticleToCheck, LinkToCheck, PictureToCheck, TextToCheck } from './checkArticle'

/** An article's values in one language, as a hook or a form has them. */
export interface ArticleValues {
  title?: unknown
  localeStatus?: unknown
  summary?: unknown
  body?: unknown
  keyPoints?: unknown
  seekCare?: { urgency?: unknown; text?: unknown } | null
  mentions?: unknown
  hero?: unknown
  references?: unknown
  reviewer?: unknown
  byline?: { reviewer?: unknown } | null
  reviewedOn?: unknown
  nextReviewDue?: unknown
  /** The locales whose translation is older than its source. */
  staleIn?: unknown
  symptoms?: unknown
  remedies?: unknown
  clinics?: unknown
  seo?: unknown
}

type Localized<T> = Record<string, T | null | undefined>
/** A document that an article refers to, as the database holds it, every language side by side. */
interface Referred {
  id: string
  slug?: Localized<string>
  name?: Localized<string>
  title?: Localized<string>
  alt?: Localized<string>
  filename?: string
  urgency?: string | null
  redFlags?: Localized<string[]>
  cautions?: Localized<string>
  _status?: string
  deletedAt?: string | null
}
type ReferredById = ReadonlyMap<string, Referred>

const selected: Record<string, SelectType> = {
  articles: { slug: true, title: true, _status: true, deletedAt: true },
  symptoms: { slug: true, name: true, urgency: true, redFlags: true, _status: true, deletedAt: true },
  remedies: { slug: true, name: true, cautions: true, _status: true, deletedAt: true },
  clinics: { slug: true, name: true, _status: true, deletedAt: true },
  media: { filename: true, alt: true },
}

/** One language of an article, with what its body refers to. */
interface ReadText {
  locale: string
  values: ArticleValues
  mentions: StoredMention[]
  body: BodyText
  refers: BodyReferences
}

/**
 * Gathers what the checks look at: one query for each collection that the article refers to, over all its languages.
 *
 * @param texts the values in each language; the first also says what all of them share
 */
export async function readForCheck(
  texts: readonly { locale: string; values: ArticleValues }[],
  req: PayloadRequest,
): Promise<{ article: ArticleToCheck; texts: TextToCheck[] }> {
  const shared = texts[0]?.values ?? {}
  const read: ReadText[] = texts.map(({ locale, values }) => {
    const body = toText(values.body)
    const refers = bodyReferences(values.body, body.pieces)
    return { locale, values, mentions: readMentions(values.mentions), body, refers }
  })
  const referred = await readReferred(idsReferred(shared, read), req)
  const first = texts[0]?.locale ?? defaultLocaleOf(req.payload)
  return {
    article: toArticle(shared, referred, [first, defaultLocaleOf(req.payload)]),
    texts: read.map((text) => toTextToCheck(text, shared, referred, defaultLocaleOf(req.payload))),
  }
}

function idsReferred(shared: ArticleValues, texts: readonly ReadText[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>()
  const add = (collection: string, id: string | undefined) => {
    if (id && selected[collection]) ids.set(collection, (ids.get(collection) ?? new Set()).add(id))
  }
  for (const kind of kinds) for (const id of idsOf(shared[relationOf[kind]])) add(collectionOf[kind], id)
  add('media', idOf(shared.hero))
  for (const { mentions, refers } of texts) {
    for (const { kind, target } of mentions) if (kind !== 'clinic') add(collectionOf[kind], target)
    for (const { collection, id } of refers.documents) add(collection, id)
    for (const id of refers.pictures) add('media', id)
  }
  return ids
}

async function readReferred(ids: Map<string, Set<string>>, req: PayloadRequest): Promise<Map<string, ReferredById>> {
  const referred = new Map<string, ReferredById>()
  for (const [collection, wanted] of ids) {
    const { docs } = await req.payload.db.find<Referred>({
      collection: collection as CollectionSlug,
      where: { id: { in: [...wanted] } },
      select: selected[collection] as SelectType,
      pagination: false,
      limit: 0,
      sort: 'id',
      req,
    })
    referred.set(collection, new Map(docs.map((doc) => [doc.id, doc])))
  }
  return referred
}

function toArticle(
  values: ArticleValues,
  referred: ReadonlyMap<string, ReferredById>,
  locales: readonly string[],
): ArticleToCheck {
  const links = kinds.flatMap((kind) =>
    idsOf(values[relationOf[kind]]).map((id) =>
      toLink({ collection: collectionOf[kind], id }, relationOf[kind], referred, locales),
    ),
  )
  return {
    ...present('urgency', asText(values.seekCare?.urgency)),
    references: Array.isArray(values.references)
      ? values.references.map((each) => ({
          citation: asText(each?.citation),
          url: asText(each?.url),
          doi: asText(each?.doi),
          pmid: asText(each?.pmid),
        }))
      : [],
    hasReviewer: Boolean(idOf(values.reviewer) ?? asText(values.byline?.reviewer).trim()),
    ...present('reviewedOn', asDay(values.reviewedOn)),
    ...present('nextReviewDue', asDay(values.nextReviewDue)),
    links,
  }
}

function toTextToCheck(
  { locale, values, mentions, body: { text, sections }, refers }: ReadText,
  shared: ArticleValues,
  referred: ReadonlyMap<string, ReferredById>,
  defaultLocale: string,
): TextToCheck {
  const locales = [locale, defaultLocale]
  const symptoms = new Map<string, { slug: string; name: string; urgency: string; hasRedFlags: boolean }>()
  const remedies = new Map<string, { slug: string; name: string; cautions: string }>()
  for (const { kind, target, slug, name } of mentions) {
    const entry = referred.get(collectionOf[kind])?.get(target)
    if (!entry) continue
    if (kind === 'symptom') {
      const hasRedFlags = (inLocales(entry.redFlags, locales) ?? []).length > 0
      symptoms.set(target, { slug, name, urgency: entry.urgency ?? '', hasRedFlags })
    }
    if (kind === 'remedy') remedies.set(target, { slug, name, cautions: inLocales(entry.cautions, locales) ?? '' })
  }
  const picture = (field: PictureToCheck['field'], id: string | undefined): PictureToCheck[] => {
    const media = id && referred.get('media')?.get(id)
    // A picture says its words in each language for itself: those of another language are none to who cannot read it.
    return media ? [{ field, filename: media.filename ?? '', alt: media.alt?.[locale] ?? '' }] : []
  }
  return {
    locale,
    summary: asText(values.summary),
    text,
    sections,
    keyPoints: Array.isArray(values.keyPoints) ? values.keyPoints.map(asText) : [],
    seekCareText: asText(values.seekCare?.text),
    mentions,
    symptoms,
    remedies,
    pictures: [...picture('hero', idOf(shared.hero)), ...refers.pictures.flatMap((id) => picture('body', id))],
    bodyLinks: refers.documents.map((link) => toLink(link, 'body', referred, locales)),
    webLinks: refers.webPages,
    isStale: Array.isArray(values.staleIn) && values.staleIn.includes(locale),
  }
}

const singular: Record<string, string> = {
  articles: 'article',
  symptoms: 'symptom',
  remedies: 'remedy',
  clinics: 'clinic',
}

function toLink(
  { collection, id, place }: { collection: string; id: string; place?: LinkToCheck['place'] },
  field: string,
  referred: ReadonlyMap<string, ReferredById>,
  locales: readonly string[],
): LinkToCheck {
  const doc = referred.get(collection)?.get(id)
  return {
    field,
    kind: singular[collection] ?? 'document',
    slug: inLocales(doc?.slug, locales) ?? id,
    name: inLocales(doc?.name, locales) ?? inLocales(doc?.title, locales) ?? 'that was here once',
    isPublished: doc?._status === 'published' && !doc.deletedAt,
    ...(place ? { place } : {}),
  }
}

function inLocales<T>(value: Localized<T> | undefined, locales: readonly string[]): T | undefined {
  for (const locale of locales) {
    const own = value?.[locale]
    if (own) return own
  }
  return undefined
}

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((each) => idOf(each) ?? []) : [])
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const asDay = (value: unknown): string => (value instanceof Date ? value.toISOString() : asText(value))
const present = <Name extends string>(name: Name, value: string): { [Key in Name]?: string } =>
  (value ? { [name]: value } : {}) as { [Key in Name]?: string }
