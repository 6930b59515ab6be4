import type { PayloadRequest, Where } from 'payload'
import { isPublished } from '../../access/rules'
import { toText } from '../../richtext/toText'
import { type KeptRow, type Row, readManyKeptRows } from '../keptRows'
import {
  linksTarget,
  type MentionStatus,
  readDecisions,
  readMentions,
  relationOf,
  type StoredMention,
} from '../linkArticle'
import { articlesToRelink } from '../relink'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { type DeskEntry, publishedWords, termsOf } from './deskEntry'
import { type Passage, passageAt } from './passageAt'
import { findReferringDocuments } from './referringDocuments'

/** One place where an article mentions the entry. */
export interface MentionPassage extends Passage {
  /** The heading that it stands under; empty before the first. */
  section: string
  /** The name or synonym that was found there. */
  term: string
  negated: boolean
  status: MentionStatus
  /** Whether this place makes a link. */
  links: boolean
}

/** What one text of an article says of the entry: one language, of what readers see or of a newer draft. */
export interface MentioningText {
  part: 'published' | 'draft'
  locale: string
  /** How often it stands there, and with which words. */
  count: number
  words: { text: string; count: number }[]
  /** The first of them. */
  passages: MentionPassage[]
}

export interface MentioningArticle {
  id: string
  title: string
  /** Whether readers get the link; whether an editor added it without its words. */
  linked: boolean
  byHand: boolean
  texts: MentioningText[]
}

export interface MentionsPage {
  articles: MentioningArticle[]
  /** How many published articles link it. */
  linkedArticles: number
  /** How many articles hold its words or link it: these are looked through, and no other. */
  candidates: number
  /** To be given for the next page; absent on the last. */
  next?: string
}

export const mostPassages = 20
/** How many candidates are read for one page, however few of them mention it. */
const mostRead = 200
const readFields = ['title', 'body', 'mentions', 'linkDecisions', 'symptoms', 'remedies']

/**
 * The articles that mention an entry, newest first, from the mentions that are stored with them. Which these can be is known from
 * the index of stems and from the links: no other article is read.
 *
 * @param after the `next` of the page before
 */
export async function findMentioningArticles(
  entry: DeskEntry,
  { after, limit }: { after?: string | undefined; limit: number },
  req: PayloadRequest,
): Promise<MentionsPage> {
  const candidates = await candidatesOf(entry, req)
  const ids = after === undefined ? candidates : candidates.filter((id) => id < after)
  const articles: MentioningArticle[] = []
  let read = 0
  while (read < ids.length && read < mostRead && articles.length < limit) {
    const some = await readManyKeptRows('articles', ids.slice(read, read + limit), readFields, req)
    for (const [id, kept] of some) {
      if (articles.length === limit) break
      read++
      const article = describeArticle(id, kept, entry, req)
      if (article) articles.push(article)
    }
  }
  const last = ids[read - 1]
  return {
    articles,
    linkedArticles: await countLinking(entry, req),
    candidates: candidates.length,
    ...(read < ids.length && last !== undefined ? { next: last } : {}),
  }
}

/** Newest first: ids grow with time. */
async function candidatesOf(entry: DeskEntry, req: PayloadRequest): Promise<string[]> {
  const changes = [...publishedWords(entry, req)].map(([locale, words]) => ({ locale, terms: termsOf(words) }))
  const ids = new Set(await articlesToRelink(req.payload, changes))
  for (const id of await findReferringDocuments('articles', entry.collection, entry.id, req)) ids.add(id)
  return [...ids].sort().reverse()
}

async function countLinking({ collection, id }: DeskEntry, req: PayloadRequest): Promise<number> {
  const where: Where = { and: [{ [collection]: { in: [id] } }, isPublished] }
  return (await req.payload.db.count({ collection: 'articles', where, req })).totalDocs
}

function describeArticle(
  id: string,
  kept: readonly KeptRow[],
  entry: DeskEntry,
  req: PayloadRequest,
): MentioningArticle | undefined {
  const row = kept.find(({ version }) => version === undefined)?.row
  if (!row || row.deletedAt) return undefined
  const texts: MentioningText[] = []
  for (const each of shownRows(kept)) texts.push(...describeTexts(each, entry, req))
  const field = relationOf[entry.kind]
  const links = kept.some((each) => idsIn(each.row[field]).includes(entry.id))
  if (texts.length === 0 && !links) return undefined
  const newest = kept.at(-1)?.row ?? row
  return {
    id,
    title: titleOf(newest, req) ?? titleOf(row, req) ?? id,
    linked: row._status === 'published' && idsIn(row[field]).includes(entry.id),
    byHand: readDecisions(newest.linkDecisions).added[entry.kind].includes(entry.id),
    texts,
  }
}

/** What readers see, and what is newer than that; one of them where they are the same, and none of what is in the trash. */
export function shownRows(kept: readonly KeptRow[]): { part: MentioningText['part']; row: Row }[] {
  const row = kept.find(({ version }) => version === undefined)?.row
  const newest = kept.find(({ version }) => version !== undefined)?.row ?? row
  const shown: { part: MentioningText['part']; row: Row }[] = []
  if (row?.deletedAt) return shown
  if (row?._status === 'published') shown.push({ part: 'published', row })
  if (newest && newest._status !== 'published') shown.push({ part: 'draft', row: newest })
  return shown
}

function describeTexts(
  { part, row }: { part: MentioningText['part']; row: Row },
  entry: DeskEntry,
  req: PayloadRequest,
): MentioningText[] {
  return localesOf(req.payload).flatMap((locale) => {
    const stored = readMentions((row.mentions as Record<string, unknown> | undefined)?.[locale])
    const own = stored.filter(({ kind, target }) => kind === entry.kind && target === entry.id)
    if (own.length === 0) return []
    const body = (row.body as Record<string, unknown> | undefined)?.[locale]
    const { text } = toText(body)
    const passages = own.slice(0, mostPassages).map((mention) => describeMention(mention, text))
    return [{ part, locale, count: own.length, words: wordsIn(own), passages }]
  })
}

const describeMention = (mention: StoredMention, text: string): MentionPassage => ({
  ...passageAt(text, mention.start, mention.end),
  section: mention.section,
  term: mention.term,
  negated: mention.negated,
  status: mention.status,
  links: linksTarget(mention),
})

/** The commonest first. */
function wordsIn(mentions: readonly StoredMention[]): { text: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { text } of mentions) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1)
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count)
}

export function titleOf(row: Row, req: PayloadRequest): string | undefined {
  const titles = (row.title ?? {}) as Record<string, string | null>
  return titles[defaultLocaleOf(req.payload)] || Object.values(titles).find(Boolean) || undefined
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
