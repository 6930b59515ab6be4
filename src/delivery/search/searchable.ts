import type { Article, Clinic, Remedy, Symptom } from '../../payload-types'
import { toText } from '../../richtext/toText'
import type { Mirrored } from '../mirror'

/** A document's words, by how much they say about what it is about. */
export interface Searchable {
  name: string
  synonyms: string[]
  /** Each a text of its own; snippets are cut from them, the first that fits. */
  short: string[]
  long: string
}

/** What is read of each collection; nothing else can be found. */
export const searchedFields = {
  articles: { slug: true, title: true, summary: true, keyPoints: true, body: true },
  symptoms: { slug: true, name: true, synonyms: true, description: true, redFlags: true },
  remedies: { slug: true, name: true, synonyms: true, instructions: true, frequency: true, cautions: true },
  clinics: { slug: true, name: true, address: true, services: true },
} as const

export const searched = Object.keys(searchedFields) as Mirrored[]

const words = (...texts: (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => Boolean(text))

const readers: { [Collection in Mirrored]: (doc: never) => Searchable } = {
  articles: ({ title, summary, keyPoints, body }: Article) => ({
    name: title ?? '',
    synonyms: [],
    short: words(summary, (keyPoints ?? []).join(' ')),
    long: toText(body).text,
  }),
  symptoms: ({ name, synonyms, description, redFlags }: Symptom) => ({
    name: name ?? '',
    synonyms: synonyms ?? [],
    short: words(description, (redFlags ?? []).join(' ')),
    long: '',
  }),
  remedies: ({ name, synonyms, instructions, frequency, cautions }: Remedy) => ({
    name: name ?? '',
    synonyms: synonyms ?? [],
    short: words(frequency, cautions),
    long: toText(instructions).text,
  }),
  clinics: ({ name, address, services }: Clinic) => ({
    name: name ?? '',
    synonyms: words(address?.city),
    short: words([address?.street, address?.city, address?.region].filter(Boolean).join(', '), services?.join(', ')),
    long: '',
  }),
}

export const toSearchable = (collection: Mirrored, doc: unknown): Searchable => readers[collection](doc as never)
