import DataLoader from 'dataloader'
import type { BasePayload, PayloadRequest } from 'payload'
import { ownLocale } from '../access/ownLocale'
import { isStaff } from '../access/roles'
import { type Addresses, addressesBy, defaultLocale, type Locale, locales } from '../delivery/addresses'
import type { DeliveredArticle } from '../delivery/articles/article'
import {
  type ArticleInternals,
  articlePopulate,
  articleSelect,
  type ShownArticle,
  shownArticle,
} from '../delivery/articles/findArticle'
import { relatedArticles } from '../delivery/articles/relatedArticles'
import type { LinkMentions } from '../delivery/articles/shownMentions'
import { toArticle, wordsOf } from '../delivery/articles/toArticle'
import { publicDocuments } from '../delivery/publicDocuments'
import type { SearchIndex } from '../delivery/search/searchIndex'
import { type LoadLocales, localesLoader } from './localesLoader'
import type { Context } from './ownRequest'
import { type DocumentLoader, documentLoader } from './strangersReads'

/** An article's words, links and description, as `/v1` gives them. */
export interface ArticleWish {
  linkMentions?: LinkMentions
  include?: 'html' | 'text'
  /** With what goes with it, which takes two queries. */
  related?: boolean
  /** Where links lead: a website's template. */
  addresses?: string | null
}

/** What one operation reads beyond Payload's own fields: each article once, and all of a page together. */
export interface WebsiteReads {
  addresses: Addresses
  search: Pick<SearchIndex, 'search'>
  documents: DocumentLoader
  article: (id: string, context: Context, wish: ArticleWish) => Promise<DeliveredArticle | undefined>
  /** In which languages a published document is there, with its address in each. */
  locales: LoadLocales
}

interface Key {
  id: string
  locale: Locale
  context: Context
}

export function websiteReads(payload: BasePayload, addresses: Addresses, search: WebsiteReads['search']): WebsiteReads {
  const shown = loader(readShown)
  const internals = loader(readInternals)
  const made = new Map<string, Promise<DeliveredArticle | undefined>>()

  async function make(
    key: Key,
    { linkMentions = 'first', include, related = false, addresses: template }: ArticleWish,
  ) {
    const linked = addressesBy(template, addresses)
    const article = await shown.load(key)
    if (!article) return undefined
    const symptoms = (article.symptoms ?? []).flatMap((each) => (typeof each === 'object' ? [each.id] : []))
    const [mentions, alike] = await Promise.all([
      internals.load(key),
      related ? relatedArticles(key.context.req.payload, { id: key.id, symptoms }, key.locale, linked) : [],
    ])
    const stored = mentions?.[wordsOf(article, key.locale)]
    return toArticle(
      {
        article,
        internals: { mentions: Array.isArray(stored) ? (stored as ArticleInternals['mentions']) : [], slugs: [] },
        related: alike,
      },
      { locale: key.locale, linkMentions, include: new Set(include ? [include] : []) },
      linked,
    )
  }

  return {
    addresses,
    search,
    documents: documentLoader(payload),
    locales: localesLoader(payload),
    article: (id, context, wish) => {
      const key = { id, locale: localeOf(context.req), context }
      const name = JSON.stringify([nameOf(key), wish.linkMentions, wish.include, wish.related, wish.addresses])
      const found = made.get(name) ?? make(key, wish)
      made.set(name, found)
      return found
    },
  }
}

/** The language of an answer; `locale=all` of an address is none. */
export const localeOf = ({ locale }: PayloadRequest): Locale => locales.find((each) => each === locale) ?? defaultLocale

/** What was read in the same way is read together. */
const waysOf = ({ locale, context: { req, draft } }: Key): string => JSON.stringify([locale, req.fallbackLocale, draft])
const nameOf = (key: Key): string => `${key.id} ${waysOf(key)}`

type Read<Found> = (ids: string[], way: Key) => Promise<Map<string, Found>>

const loader = <Found>(read: Read<Found>) =>
  new DataLoader<Key, Found | undefined, string>(
    async (keys) => {
      const found = new Map<string, Found>()
      const groups = new Map<string, Key[]>()
      for (const key of keys) groups.set(waysOf(key), [...(groups.get(waysOf(key)) ?? []), key])
      for (const group of groups.values()) {
        const way = group[0] as Key
        for (const [id, each] of await read(
          group.map(({ id }) => id),
          way,
        ))
          found.set(nameOf({ ...way, id }), each)
      }
      return keys.map((key) => found.get(nameOf(key)))
    },
    { cacheKeyFn: nameOf, maxBatchSize: 100 },
  )

/** By the rules for whoever asks, in the same state as Payload's own fields: the draft where that was asked for. */
const readShown: Read<ShownArticle> = async (ids, { locale, context: { req, draft } }) => {
  if (!req.user) {
    const fallbackLocale = req.fallbackLocale ?? defaultLocale
    const found = await publicDocuments(req.payload, 'articles', ids, { ...shownArticle, locale, fallbackLocale })
    return new Map([...found].map(([id, text]) => [id, JSON.parse(text) as ShownArticle]))
  }
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { id: { in: ids } },
    select: articleSelect,
    populate: articlePopulate,
    draft: Boolean(draft),
    sort: 'id',
    limit: ids.length,
    pagination: false,
    depth: 1,
    locale,
    fallbackLocale: req.fallbackLocale ?? defaultLocale,
    overrideAccess: false,
    req: ownLocale(req),
  })
  return new Map(docs.map((doc) => [doc.id, doc as ShownArticle]))
}

/**
 * Where the mentions stand, by language. Only of articles that the reader was shown: strangers may not read this field, so it is
 * read past the rules, and then from the published row alone. `toArticle` lets through what readers may see.
 */
const readInternals: Read<Record<string, unknown>> = async (ids, { context: { req, draft } }) => {
  const staff = isStaff(req.user)
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { id: { in: ids } },
    select: { mentions: true, _status: true },
    draft: staff && Boolean(draft),
    sort: 'id',
    limit: ids.length,
    pagination: false,
    depth: 0,
    locale: 'all',
    overrideAccess: !staff,
    req: ownLocale(req),
  })
  const readable = docs.filter(({ _status }) => staff || _status === 'published')
  return new Map(readable.map(({ id, mentions }) => [id, (mentions ?? {}) as Record<string, unknown>]))
}
