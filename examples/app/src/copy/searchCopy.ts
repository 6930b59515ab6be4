import MiniSearch from 'minisearch'
import type { Collection } from '../route'
import type { Locale } from '../words'
import type { Catalog } from './catalog'
import { copy } from './copy'

export interface Result {
  type: Collection
  slug: string
  title: string
  /** A piece of the text, cut where what was found begins and ends. */
  snippet: { text: string; isFound: boolean }[]
}

interface Row {
  id: string
  type: Collection
  slug: string
  title: string
  others: string
  short: string
  text: string
}

const word = /[\p{L}\p{N}]+/gu

/** Accents and case make no other word: who looks for “varices” finds “várices”. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Words as they stand in the text; a letter with its accent may be two characters. */
const wordsOf = (text: string): string[] => text.normalize('NFC').match(word) ?? []

/** The search of one copy. It is made when somebody first searches, and again after a change. */
export async function openSearch({ locale }: Catalog): Promise<(query: string) => Result[]> {
  const rows = await readRows(locale)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const index = new MiniSearch<Row>({
    fields: ['title', 'others', 'short', 'text'],
    tokenize: wordsOf,
    processTerm: folded,
    searchOptions: {
      boost: { title: 4, others: 3, short: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    },
  })
  // A piece at a time, so that the page goes on answering.
  await index.addAllAsync(rows, { chunkSize: 50 })
  return (query) => {
    const all = index.search(query, { combineWith: 'AND' })
    const found = all.length > 0 ? all : index.search(query)
    return found.slice(0, 40).flatMap(({ id, terms }) => {
      const row = byId.get(String(id))
      if (!row) return []
      const { type, slug, title, short, text } = row
      return [{ type, slug, title, snippet: snippetOf([short, text], new Set(terms)) }]
    })
  }
}

async function readRows(locale: Locale): Promise<Row[]> {
  const [articles, symptoms, remedies, clinics] = await Promise.all([
    copy.all(locale, 'articles'),
    copy.all(locale, 'symptoms'),
    copy.all(locale, 'remedies'),
    copy.all(locale, 'clinics'),
  ])
  const row = (
    type: Collection,
    { id, slug }: { id: string; slug: string },
    words: Omit<Row, 'id' | 'type' | 'slug'>,
  ) => ({
    ...words,
    id: `${type}/${id}`,
    type,
    slug,
  })
  return [
    ...articles
      .filter(({ recall }) => recall?.kind !== 'recalled')
      .map((article) =>
        row('articles', article, {
          title: article.title,
          others: [...article.symptoms, ...article.remedies].map(({ name }) => name).join(', '),
          short: article.summary ?? '',
          text: [...article.keyPoints, ...article.sections.map(({ heading, text }) => `${heading}. ${text}`)].join(
            '\n',
          ),
        }),
      ),
    ...symptoms.map((symptom) =>
      row('symptoms', symptom, {
        title: symptom.name,
        others: symptom.synonyms.join(', '),
        short: symptom.description ?? '',
        text: symptom.redFlags.join('\n'),
      }),
    ),
    ...remedies.map((remedy) =>
      row('remedies', remedy, {
        title: remedy.name,
        others: remedy.synonyms.join(', '),
        short: remedy.instructions.text,
        text: remedy.cautions ?? '',
      }),
    ),
    ...clinics.map((clinic) =>
      row('clinics', clinic, {
        title: clinic.name,
        others: [clinic.address.city, clinic.address.region].filter(Boolean).join(', '),
        short: clinic.services.join(', '),
        text: clinic.address.street ?? '',
      }),
    ),
  ]
}

const snippetLength = 160

/** Of these texts the first that holds a word that was found, from a little before it; else the beginning of the first. */
function snippetOf(texts: readonly string[], terms: ReadonlySet<string>): Result['snippet'] {
  const plain = texts.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()).filter(Boolean)
  const places = (text: string) => [...text.matchAll(word)].filter(([each]) => terms.has(folded(each)))
  const chosen = plain.find((text) => places(text).length > 0) ?? plain[0]
  if (!chosen) return []
  const found = places(chosen)
  const from = startOfWord(chosen, Math.max(0, (found[0]?.index ?? 0) - 40))
  const end = endOfWord(chosen, from + snippetLength)
  const pieces: Result['snippet'] = from > 0 ? [{ text: '…', isFound: false }] : []
  let at = from
  for (const { 0: text, index } of found) {
    if (index < at || index + text.length > end) continue
    pieces.push({ text: chosen.slice(at, index), isFound: false }, { text, isFound: true })
    at = index + text.length
  }
  pieces.push({ text: `${chosen.slice(at, end)}${end < chosen.length ? '…' : ''}`, isFound: false })
  return pieces
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space < at - 30 ? at : space
}
