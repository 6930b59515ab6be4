import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BasePayload, CollectionSlug } from 'payload'
import { parse } from 'yaml'
import { fromMarkdown } from '../richtext/fromMarkdown'
import { seedJargon } from './plainLanguage/seedJargon'

type Locale = 'en' | 'es'
type Both<T> = Record<Locale, T>
type Values = Record<string, unknown>

/** Where the starter content stands, beside the code. */
const folder = resolve('starter')

interface Hours {
  weekly?: Values[]
  exceptions?: Values[]
}

interface StarterEntry {
  slug: Both<string>
  [field: string]: unknown
}

/** Fields of each collection whose value in the files is `{en, es}`. */
const localized: Record<string, readonly string[]> = {
  symptoms: ['slug', 'name', 'synonyms', 'notPhrases', 'description', 'redFlags'],
  remedies: ['slug', 'name', 'synonyms', 'notPhrases', 'instructions', 'frequency', 'cautions'],
  clinics: ['slug', 'name', 'services'],
}

/**
 * Puts the starter content into a new database, published in both languages: remedies, symptoms, clinics, then articles that
 * link them, and the list of jargon. What is there already, from a run that was interrupted, is completed.
 */
export async function seedStarter(payload: BasePayload): Promise<void> {
  process.stdout.write('Putting in the starter content\n')
  const remedies = await seedEntries(payload, 'remedies', (entry, locale) => ({
    ...entry,
    instructions: fromMarkdown(String(entry.instructions ?? '')).body,
    evidence: inLocale(entry.evidence as Values, ['reference'], locale),
  }))
  const symptoms = await seedEntries(payload, 'symptoms', (entry) => ({
    ...entry,
    relievedBy: idsOf(entry.relievedBy, remedies),
  }))
  const clinics = await seedEntries(payload, 'clinics', (entry, locale, slug) => ({
    ...entry,
    symptoms: idsOf(entry.symptoms, symptoms),
    hours: hoursIn(slug, entry.hours as Hours | undefined, locale),
  }))
  await seedArticles(payload, clinics)
  await seedJargon(payload)
}

/** @returns the ids by English slug */
async function seedEntries(
  payload: BasePayload,
  collection: 'symptoms' | 'remedies' | 'clinics',
  complete: (entry: Values, locale: Locale, slug: string) => Values,
): Promise<Map<string, string>> {
  const entries = JSON.parse(await readFile(join(folder, `${collection}.json`), 'utf8')) as StarterEntry[]
  const ids = new Map<string, string>()
  for (const entry of entries) {
    const texts = (locale: Locale) =>
      complete(inLocale(entry, localized[collection] ?? [], locale), locale, entry.slug.en)
    ids.set(entry.slug.en, await publishBoth(payload, collection, texts))
  }
  return ids
}

async function seedArticles(payload: BasePayload, clinics: Map<string, string>): Promise<void> {
  const files = await readdir(join(folder, 'articles'))
  const names = [...new Set(files.map((file) => file.replace(/\.(en|es)\.md$/, '')))].sort()
  for (const name of names) {
    const texts = new Map<Locale, Values>()
    for (const locale of ['en', 'es'] as const) {
      const { matter, markdown } = splitFrontMatter(
        await readFile(join(folder, 'articles', `${name}.${locale}.md`), 'utf8'),
      )
      texts.set(locale, { ...matter, clinics: idsOf(matter.clinics, clinics), body: fromMarkdown(markdown).body })
    }
    await publishBoth(payload, 'articles', (locale) => {
      const text = texts.get(locale) ?? {}
      // Lists of links and references are shared by both languages: the English text says them.
      if (locale === 'es') for (const field of ['clinics', 'references']) delete text[field]
      return text
    })
  }
}

async function publishBoth(
  payload: BasePayload,
  collection: CollectionSlug,
  texts: (locale: Locale) => Values,
): Promise<string> {
  const how = { depth: 0, overrideAccess: true, select: { slug: true }, context: { withoutRelinking: true } } as const
  const english = texts('en')
  const { docs } = await payload.find({
    ...how,
    collection,
    locale: 'en',
    where: { slug: { equals: english.slug } },
    limit: 1,
  })
  const { id } =
    docs[0] ??
    (await payload.create({ ...how, collection, locale: 'en', data: { ...english, _status: 'published' } as never }))
  const data = { ...texts('es'), localeStatus: 'ready', _status: 'published' } as never
  await payload.update({ ...how, collection, id, locale: 'es', data })
  return String(id)
}

function inLocale(values: Values | undefined, fields: readonly string[], locale: Locale): Values {
  const chosen: Values = { ...values }
  for (const field of fields)
    if (chosen[field] !== undefined) chosen[field] = (chosen[field] as Both<unknown> | null)?.[locale]
  return chosen
}

/** Rows are matched by their ids when a second language is saved; no other row of their table may have them. */
function hoursIn(clinic: string, hours: Hours | undefined, locale: Locale): Values {
  const rows = (list: keyof Hours) =>
    (hours?.[list] ?? []).map((values, index) => ({
      ...inLocale(values, ['note'], locale),
      id: `${clinic}-${list}-${index}`,
    }))
  return { weekly: rows('weekly'), exceptions: rows('exceptions') }
}

function idsOf(slugs: unknown, ids: Map<string, string>): string[] {
  return ((slugs ?? []) as string[]).map((slug) => {
    const id = ids.get(slug)
    if (!id) throw new Error(`The starter content refers to ${slug}, which it does not have`)
    return id
  })
}

function splitFrontMatter(text: string): { matter: Values; markdown: string } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text)
  return { matter: match?.[1] ? (parse(match[1]) as Values) : {}, markdown: text.slice(match?.[0].length ?? 0) }
}
