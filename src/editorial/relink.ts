import type {
  BasePayload,
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  PayloadRequest,
  TaskConfig,
  Where,
} from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { toText } from '../richtext/toText'
import { linksFrom, mentionsOf, readDecisions, readMentions, relationOf, type StoredMention } from './linkArticle'
import { defaultLocaleOf, type LinkingVocabulary, noteTermChange, readVocabulary } from './vocabulary'

type Localized<T> = Record<string, T | null | undefined>
/** An article as the database holds it, every locale side by side. */
interface Row {
  id: string
  body?: Localized<unknown>
  mentions?: Localized<unknown>
  linkDecisions?: unknown
  [field: string]: unknown
}

const pageSize = 100

/** Queued when published terms changed: finds the articles that the change can touch and links them again. */
export const relinkTask: TaskConfig = {
  slug: 'relink',
  label: 'Link articles again after a change of the vocabulary',
  retries: 3,
  inputSchema: [],
  outputSchema: [{ name: 'relinked', type: 'number' }],
  handler: async ({ req }) => ({ output: { relinked: await relinkArticles(req.payload) } }),
}

const termFields = [
  'name',
  'slug',
  'synonyms',
  'notPhrases',
  'localeStatus',
  '_status',
  'deletedAt',
  'address',
] as const

/** Queues one relinking, in the transaction of the change that asks for it. Changes that wait together are served by one job. */
export const relinkOnChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const wasPublic = operation === 'update' && previousDoc?._status === 'published'
  const isPublic = doc._status === 'published'
  const changed = termFields.some(
    (name) => JSON.stringify(doc[name] ?? null) !== JSON.stringify(previousDoc?.[name] ?? null),
  )
  if ((isPublic || wasPublic) && (changed || operation === 'create')) {
    noteTermChange(req.payload)
    await queueRelinking(req)
  }
  return doc
}

export const relinkOnDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  if (doc._status !== 'published') return
  noteTermChange(req.payload)
  await queueRelinking(req)
}

async function queueRelinking(req: PayloadRequest): Promise<void> {
  if (req.context.withoutRelinking) return
  const waiting: Where = {
    and: [
      { taskSlug: { equals: 'relink' } },
      { processing: { equals: false } },
      { completedAt: { exists: false } },
      { hasError: { not_equals: true } },
    ],
  }
  const { totalDocs } = await req.payload.db.count({ collection: 'payload-jobs', where: waiting, req })
  if (totalDocs === 0) await req.payload.jobs.queue({ task: 'relink', input: {}, req, overrideAccess: true })
}

/**
 * Links every article again whose mentions the present vocabulary would change; the others are read and left as they are.
 * The published document and its newest version are each linked by their own words, without a new version: what an editor
 * wrote has not changed. Each article is one transaction, so an interrupted run leaves each linked wholly or not yet.
 *
 * @returns how many rows were changed
 */
export async function relinkArticles(payload: BasePayload): Promise<number> {
  let relinked = 0
  let after = ''
  for (;;) {
    const req = await createLocalReq({}, payload)
    const { docs } = await payload.db.find<Row>({
      collection: 'articles',
      where: after ? { id: { greater_than: after } } : {},
      sort: 'id',
      limit: pageSize,
      pagination: false,
      select: { mentions: false },
      req,
    })
    for (const { id } of docs) relinked += await relinkArticle(payload, id)
    const last = docs.at(-1)
    if (!last || docs.length < pageSize) return relinked
    after = last.id
  }
}

async function relinkArticle(payload: BasePayload, id: string): Promise<number> {
  const req = await createLocalReq({}, payload)
  const vocabularies = await vocabulariesOf(req)
  // Looked at outside a transaction first: most articles are not touched, and a transaction is one at a time on SQLite.
  const rows = await readRows(id, req)
  if (!rows.some(({ row }) => relink(row, vocabularies, payload))) return 0

  const ours = await initTransaction(req)
  try {
    let changed = 0
    for (const { row, version } of await readRows(id, req)) {
      const links = relink(row, vocabularies, payload)
      if (!links) continue
      const data = { ...row, ...links }
      if (version) {
        await payload.db.updateVersion({
          collection: 'articles',
          id: version,
          versionData: { version: data } as never,
          req,
        })
      } else
        await payload.db.updateOne({
          collection: 'articles',
          id,
          data: { ...data, updatedAt: new Date().toISOString() },
          req,
        })
      changed++
    }
    if (ours) await commitTransaction(req)
    return changed
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** The row that readers see, and the newest version: the same words, or a newer draft. */
async function readRows(id: string, req: PayloadRequest): Promise<{ row: Row; version?: string | number }[]> {
  const { db } = req.payload
  const rows: { row: Row; version?: string | number }[] = []
  const row = await db.findOne<Row>({ collection: 'articles', where: { id: { equals: id } }, req })
  if (row) rows.push({ row })
  const { docs } = await db.findVersions<Row>({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const [latest] = docs
  if (latest) rows.push({ row: latest.version, version: latest.id })
  return rows
}

async function vocabulariesOf(req: PayloadRequest): Promise<Map<string, LinkingVocabulary>> {
  const { localization } = req.payload.config
  const locales = localization ? localization.localeCodes : [defaultLocaleOf(req.payload)]
  const known = new Map<string, LinkingVocabulary>()
  for (const locale of locales) known.set(locale, await readVocabulary(req, locale))
  return known
}

/** The article's mentions and links by the present vocabulary, or undefined where they are what they were. */
function relink(
  row: Row,
  vocabularies: Map<string, LinkingVocabulary>,
  payload: BasePayload,
): Partial<Row> | undefined {
  const decisions = readDecisions(row.linkDecisions)
  const mentions: Localized<StoredMention[]> = {}
  for (const [locale, vocabulary] of vocabularies) {
    const body = row.body?.[locale]
    if (!body) continue
    const { text, sections } = toText(body as Parameters<typeof toText>[0])
    mentions[locale] = mentionsOf(text, sections, vocabulary, readMentions(row.mentions?.[locale]), decisions)
  }
  const first = defaultLocaleOf(payload)
  const ordered = Object.keys(mentions).sort((a, b) => Number(b === first) - Number(a === first))
  const links = linksFrom(
    ordered.map((locale) => mentions[locale] ?? []),
    decisions,
  )
  const sameLinks = Object.values(relationOf).every(
    (field) => JSON.stringify(links[field]) === JSON.stringify(row[field] ?? []),
  )
  const sameMentions = ordered.every(
    (locale) => JSON.stringify(mentions[locale]) === JSON.stringify(row.mentions?.[locale] ?? []),
  )
  return sameLinks && sameMentions ? undefined : { mentions: { ...row.mentions, ...mentions }, ...links }
}
