import type { RequestHandler } from 'express'
import type { BasePayload } from 'payload'
import { type Addresses, addressesFor, type DeliverySettings, defaultLocale, type Locale } from '../addresses'
import { codeSystems } from '../codes/codeSystems'
import { findByCode } from '../codes/lookup'
import type { SearchIndex } from '../search/searchIndex'
import { type Feed, type FeedEntry, toAtomJson, toXml } from './feed'
import { type Criterion, type InfobuttonRequest, readInfobutton } from './readRequest'

const mostByWords = 5

/**
 * `/v1/infobutton`: what health records ask for patients (HL7 Infobutton). Such a question says what somebody has: it is kept in no
 * cache, and the address of the answer is not handed on by the browser.
 */
export const serveInfobutton =
  (payload: BasePayload, index: SearchIndex, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    res.setHeader('Referrer-Policy', 'no-referrer')
    const request = readInfobutton(req.originalUrl)
    const addresses = addressesFor(req, settings)
    const entries = await findEntries(payload, index, request, addresses)
    const feed = toFeed(request, entries, addresses)
    if (request.json) res.json(toAtomJson(feed))
    else res.type('application/atom+xml').send(toXml(feed))
  }

async function findEntries(
  payload: BasePayload,
  index: SearchIndex,
  { criteria, locale }: InfobuttonRequest,
  addresses: Addresses,
): Promise<FeedEntry[]> {
  const entries = new Map<string, FeedEntry>()
  for (const criterion of criteria) {
    const found = criterion.code
      ? await byCode(payload, criterion.system, criterion.code, locale, addresses)
      : await byWords(index, criterion.display ?? '', locale, addresses)
    for (const entry of found) if (!entries.has(entry.id)) entries.set(entry.id, entry)
  }
  return [...entries.values()]
}

/** Articles first: they are written to be read by patients. */
async function byCode(
  payload: BasePayload,
  system: Criterion['system'],
  code: string,
  locale: Locale,
  addresses: Addresses,
): Promise<FeedEntry[]> {
  const { articles, symptoms, remedies } = await findByCode(payload, system, code, {
    locale,
    addresses,
    now: Date.now(),
  })
  return [
    ...articles.map(({ title, summary, ...rest }) => toEntry({ ...rest, title, words: 'title', summary }, locale)),
    ...symptoms.map(({ name, description, ...rest }) =>
      toEntry({ ...rest, title: name, words: 'name', summary: description }, locale),
    ),
    ...remedies.map(({ name, ...rest }) => toEntry({ ...rest, title: name, words: 'name', summary: null }, locale)),
  ]
}

/** A record may know words for it and no code. They must all be there: a guess is worse than nothing. */
async function byWords(index: SearchIndex, words: string, locale: Locale, addresses: Addresses): Promise<FeedEntry[]> {
  const results = await index.search(words, { locale, limit: mostByWords, addresses, strict: true })
  return results.map(({ kind, name, ...rest }) =>
    toEntry({ ...rest, title: name, words: kind === 'article' ? 'title' : 'name', summary: null }, locale),
  )
}

interface Shown {
  title: string
  /** The field that the title came from. */
  words: string
  href: string
  summary: string | null
  modified: string
  fellBack: string[]
}

const toEntry = ({ title, words, href, summary, modified, fellBack }: Shown, locale: Locale): FeedEntry => ({
  id: href,
  lang: fellBack.includes(words) ? defaultLocale : locale,
  title,
  href,
  summary: summary ?? '',
  updated: modified,
})

function toFeed({ criteria, locale, echoed }: InfobuttonRequest, entries: FeedEntry[], addresses: Addresses): Feed {
  const asked = criteria.map(({ system, code, display }) => `${codeSystems[system].title} ${code ?? display}`)
  return {
    base: `${addresses.base}/`,
    lang: locale,
    id: `${addresses.base}/v1/infobutton`,
    title: 'Saphena',
    subtitle: `Patient education for ${asked.join(', ')}`,
    author: { name: 'Saphena', uri: addresses.base },
    // The newest of what is in it; a feed must have a date, and an empty one has that of the answer.
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? new Date().toISOString(),
    categories: echoed,
    entries,
  }
}
