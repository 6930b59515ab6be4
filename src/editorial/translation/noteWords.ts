import { createHash } from 'node:crypto'
import type { Words } from './translatedFields'

/** What is remembered of one field's words in one locale. */
export interface NotedField {
  /** Of its words. */
  digest: string
  /** Of the source's words that these were written for, or looked at beside; none where the source had no words. */
  source?: string
  /** The source's words of then, kept while the source says something else. */
  was?: string
}

export interface NotedLocale {
  /** When a word of it last really changed, ISO 8601. */
  changedAt: string
  /** By path; only fields that have words. */
  fields: Record<string, NotedField>
  /** When somebody last said that its words are still right, and who. */
  confirmedAt?: string
  confirmedBy?: string
}

/** What is remembered of a document's words, by locale: `translation` of articles, symptoms, remedies and clinics. */
export type NotedTranslation = Record<string, NotedLocale>

/**
 * Remembers what a save did to the words of one locale: a changed field of a translation was written for the source as it stands
 * now; a changed field of the source leaves its translations behind, with the words that they were written for.
 *
 * @param before what was remembered until now; it is not changed
 * @param words the words of `locale` after the save
 * @param wordsBefore those before it
 */
export function noteWords(
  before: NotedTranslation,
  { locale, source, words, wordsBefore, at }: NotedSave,
): NotedTranslation {
  const known = before[locale]
  const sourceFields = before[source]?.fields ?? {}
  const fields: Record<string, NotedField> = {}
  for (const [path, text] of Object.entries(words)) {
    const digest = digestOf(text)
    const had = known?.fields[path]
    if (had?.digest === digest) fields[path] = had
    else fields[path] = { digest, ...(locale === source ? {} : linkTo(sourceFields[path])) }
  }
  const same = known && sameWords(known.fields, fields)
  const after: NotedTranslation = { ...before, [locale]: same ? known : { ...known, changedAt: at, fields } }
  if (locale !== source || same) return after
  for (const [other, noted] of Object.entries(before))
    if (other !== source)
      after[other] = { ...noted, fields: leaveBehind(noted.fields, sourceFields, fields, wordsBefore) }
  return after
}

export interface NotedSave {
  locale: string
  /** The locale that is translated from. */
  source: string
  words: Words
  wordsBefore: Words
  /** ISO 8601. */
  at: string
}

/** What is to be remembered of a document that was written before anything was: its translations count as in step. */
export function noteAll(words: Record<string, Words>, source: string, at: string): NotedTranslation {
  let noted: NotedTranslation = {}
  for (const locale of [source, ...Object.keys(words).filter((other) => other !== source)]) {
    const own = words[locale] ?? {}
    if (Object.keys(own).length) noted = noteWords(noted, { locale, source, words: own, wordsBefore: own, at })
  }
  return noted
}

/** Remembers that somebody looked at these fields of a translation beside the source, and found them still right. */
export function noteConfirmed(
  before: NotedTranslation,
  {
    locale,
    source,
    paths,
    by,
    at,
  }: { locale: string; source: string; paths: readonly string[]; by: string; at: string },
): NotedTranslation {
  const known = before[locale]
  if (!known) return before
  const fields = { ...known.fields }
  for (const path of paths) {
    const field = fields[path]
    if (field) fields[path] = { digest: field.digest, ...linkTo(before[source]?.fields[path]) }
  }
  return { ...before, [locale]: { ...known, fields, confirmedAt: at, confirmedBy: by } }
}

/** Short enough to keep for every field, and long enough that two texts of one field do not share it. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

const linkTo = (source: NotedField | undefined): Pick<NotedField, 'source'> => (source ? { source: source.digest } : {})

function sameWords(before: Record<string, NotedField>, after: Record<string, NotedField>): boolean {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...paths].every((path) => before[path]?.digest === after[path]?.digest)
}

function leaveBehind(
  translated: Record<string, NotedField>,
  before: Record<string, NotedField>,
  after: Record<string, NotedField>,
  wordsBefore: Words,
): Record<string, NotedField> {
  const fields: Record<string, NotedField> = {}
  for (const [path, { was, ...field }] of Object.entries(translated)) {
    const inStep = field.source === after[path]?.digest
    const text = was ?? (field.source === before[path]?.digest ? wordsBefore[path] : undefined)
    fields[path] = inStep || text === undefined ? field : { ...field, was: text }
  }
  return fields
}
