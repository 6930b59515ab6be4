import { createHash } from 'node:crypto'
import type { BasePayload, PayloadRequest, Where } from 'payload'
import type { Article } from '../payload-types'
import type { ArticleFile } from '../richtext/readArticleFile'

export type ImportOutcome = 'created' | 'updated' | 'unchanged'

export interface ImportOptions {
  locale: 'en' | 'es'
  publish: boolean
  /** Say what would happen, and write nothing. */
  dryRun: boolean
  /** Whoever imports: his rights decide, and his name stands with the article. Without one the server itself imports. */
  req?: PayloadRequest
}

export interface Imported {
  outcome: ImportOutcome
  /** The article's; undefined where none was made, since it was a dry run. */
  id: string | undefined
}

/** An article read from a file or a line, and by what it is known again the next time. */
export interface ArticleSource {
  article: ArticleFile
  /** The file's path below what was imported, or the line's id; the same for the translations of one article. */
  source: string
  /** What the hash is taken of: the file's or the line's own bytes. */
  bytes: Uint8Array
}

/**
 * Puts one article in, or brings the one that came from the same source up to date. It is a draft unless it is published at
 * once; an article that readers see keeps what they see until the change is published. The same bytes again change nothing.
 *
 * @throws ValidationError where the content breaks a rule of the collection
 */
export async function importArticle(
  payload: BasePayload,
  from: ArticleSource,
  options: ImportOptions,
): Promise<Imported> {
  const { locale, publish, dryRun, req } = options
  const hash = hashOf(from.bytes)
  const known = await findBySource(payload, from.source, locale, true)
  const there = publish ? await findBySource(payload, from.source, locale, false) : known
  if (there?.origin?.hash === hash && (!publish || isShown(there, locale)))
    return { outcome: 'unchanged', id: there.id }
  if (dryRun) return { outcome: known ? 'updated' : 'created', id: known?.id }

  const { article } = from
  const data = {
    title: article.title,
    body: article.body as unknown as Article['body'],
    ...(article.summary ? { summary: article.summary } : {}),
    ...(article.slug ? { slug: article.slug } : {}),
    ...(article.url ? { attribution: article.url } : {}),
    origin: { source: from.source, hash },
    ...(publish ? { _status: 'published' as const, localeStatus: 'ready' as const } : {}),
  }
  const how = {
    locale,
    draft: !publish,
    depth: 0,
    overrideAccess: req === undefined,
    select: { slug: true },
    ...(req ? { req } : {}),
  } as const
  if (!known) {
    const { id } = await payload.create({ ...how, collection: 'articles', data })
    return { outcome: 'created', id }
  }
  // another language may hold words that are not finished
  const only = publish ? { publishSpecificLocale: locale } : {}
  await payload.update({ ...how, ...only, collection: 'articles', id: known.id, data })
  return { outcome: 'updated', id: known.id }
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Whether readers of this language see it. */
const isShown = ({ _status, localeStatus }: Pick<Article, '_status' | 'localeStatus'>, locale: 'en' | 'es'): boolean =>
  _status === 'published' && (locale === 'en' || localeStatus === 'ready')

/**
 * The article that came from this source, in its newest version or, unless `draft`, as readers see it if they do.
 * One in the trash is left there and not brought back.
 */
export async function findBySource(payload: BasePayload, source: string, locale: 'en' | 'es', draft: boolean) {
  const where: Where = { 'origin.source': { equals: source } }
  const { docs } = await payload.find({
    collection: 'articles',
    where,
    locale,
    fallbackLocale: false,
    draft,
    limit: 1,
    pagination: false,
    depth: 0,
    select: { title: true, origin: true, _status: true, localeStatus: true },
    overrideAccess: true,
  })
  return docs[0]
}
