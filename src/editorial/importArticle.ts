import { createHash } from 'node:crypto'
import { type BasePayload, createLocalReq, type PayloadRequest, type Where } from 'payload'
import { retryConflicts } from '../database/conflicts'
import { runInTransaction } from '../database/runInTransaction'
import type { Article } from '../payload-types'
import type { ArticleFile } from '../richtext/readArticleFile'
import { toSlug } from './deriveSlug'
import { addFormerAddresses } from './keepAddresses'
import type { Finding } from './preflight/checkArticle'
import { checkUnsaved } from './preflight/checkUnsaved'
import { PreflightError } from './preflight/PreflightError'

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
  /** It was no public text where it came from, and is published here by nobody but an editor. */
  isDraft?: boolean
}

/**
 * Puts one article in, or brings the one that came from the same source up to date. It is a draft unless it is published at
 * once; an article that readers see keeps what they see until the change is published. The same bytes again change nothing.
 *
 * @throws ValidationError where the content breaks a rule of the collection
 * @throws HeldBack where it was to be published and preflight refused; it is kept as a draft then, unless this is a dry run
 */
export async function importArticle(
  payload: BasePayload,
  from: ArticleSource,
  options: ImportOptions,
): Promise<Imported> {
  const { locale, dryRun, req } = options
  const publish = options.publish && !from.isDraft
  const hash = hashOf(from.bytes)
  const known = await findBySource(payload, from.source, locale, true)
  const there = publish ? await findBySource(payload, from.source, locale, false) : known
  if (there?.origin?.hash === hash && (!publish || isShown(there, locale)))
    return { outcome: 'unchanged', id: there.id }
  const { article } = from
  // where it came from is said once for all languages: a translation that comes later does not change it
  const isTranslation = known !== undefined && !known.origin?.hash
  const data = {
    title: article.title,
    body: article.body as unknown as Article['body'],
    ...(article.summary ? { summary: article.summary } : {}),
    ...(article.slug ? { slug: article.slug } : {}),
    ...(article.url && !isTranslation ? { attribution: article.url } : {}),
    origin: { source: from.source, hash },
  }
  if (dryRun) {
    if (publish) await refuseUnready(payload, data, known?.id, locale)
    return { outcome: known ? 'updated' : 'created', id: known?.id }
  }
  const formerSlugs = (article.formerSlugs ?? []).map(toSlug)
  const write = (draft: boolean) =>
    retryConflicts(() => writeWithAddresses(payload, { id: known?.id, data, formerSlugs, locale, draft, req }))
  if (!publish) return write(true)
  try {
    return await write(false)
  } catch (error) {
    if (!(error instanceof PreflightError)) throw error
    if (known?.origin?.hash !== hash) await write(true)
    throw new HeldBack('kept as a draft and not published', error.data.findings)
  }
}

interface Write {
  /** Undefined: the article is a new one. */
  id: string | undefined
  data: Pick<Article, 'title' | 'body' | 'origin'>
  formerSlugs: readonly string[]
  locale: 'en' | 'es'
  draft: boolean
  req: PayloadRequest | undefined
}

/** Both or neither: the same bytes are not looked at again. */
async function writeWithAddresses(payload: BasePayload, wanted: Write): Promise<Imported> {
  const { formerSlugs, locale } = wanted
  if (formerSlugs.length === 0) return writeArticle(payload, wanted, wanted.req)
  const req = wanted.req ?? (await createLocalReq({}, payload))
  return runInTransaction(req, async () => {
    const imported = await writeArticle(payload, wanted, req)
    await addFormerAddresses(imported.id, locale, formerSlugs, req)
    return imported
  })
}

async function writeArticle(
  payload: BasePayload,
  wanted: Write,
  req: PayloadRequest | undefined,
): Promise<Imported & { id: string }> {
  const { id, locale, draft } = wanted
  const how = {
    locale,
    draft,
    depth: 0,
    overrideAccess: wanted.req === undefined,
    select: { slug: true },
    ...(req ? { req } : {}),
  } as const
  const data = draft ? wanted.data : { ...wanted.data, _status: 'published' as const, localeStatus: 'ready' as const }
  if (id === undefined) {
    const made = await payload.create({ ...how, collection: 'articles', data })
    return { outcome: 'created', id: made.id }
  }
  // another language may hold words that are not finished
  const only = draft ? {} : { publishSpecificLocale: locale }
  await payload.update({ ...how, ...only, collection: 'articles', id, data })
  return { outcome: 'updated', id }
}

/** Preflight let no reader see it. The article stays a draft, for an editor to complete. */
class HeldBack extends Error {
  constructor(what: string, findings: readonly Finding[]) {
    const reasons = findings.filter(({ blocking }) => blocking).map(({ message }) => message)
    super(`${what}: ${reasons.join(' ')}`)
  }
}

async function refuseUnready(
  payload: BasePayload,
  data: Record<string, unknown>,
  id: string | undefined,
  locale: string,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  const findings = await checkUnsaved({ ...(id ? { id } : {}), locale, data }, req)
  if (findings.some(({ blocking }) => blocking))
    throw new HeldBack('would be kept as a draft and not published', findings)
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
