import type { DeskCollection } from '../answer'

/** How a value is written in a cell: see docs/vocabulary-files.md. */
export type Form = 'word' | 'text' | 'list' | 'codes' | 'entries' | 'richText' | 'ready'

/** One field of an entry as a file has it. */
export interface FileField {
  /** The column's name, and the key in JSON; one for each language, as `name_en`, where it is localized. */
  column: string
  /** Where it stands in the document. */
  path: readonly [string] | readonly [string, string]
  form: Form
  localized: boolean
  /** Only entries of this collection have it. */
  only?: DeskCollection
}

/** A column of a file. */
export interface Column extends FileField {
  /** Its name in the file. */
  name: string
  /** Undefined where all languages share it. */
  locale: string | undefined
}

/** What every row begins with: what it is, by what it is known again, and whether readers see it. */
export const leading = ['kind', 'id', 'status'] as const

const fields: FileField[] = [
  { column: 'slug', path: ['slug'], form: 'word', localized: true },
  { column: 'name', path: ['name'], form: 'word', localized: true },
  { column: 'ready', path: ['localeStatus'], form: 'ready', localized: true },
  { column: 'synonyms', path: ['synonyms'], form: 'list', localized: true },
  { column: 'not_phrases', path: ['notPhrases'], form: 'list', localized: true },
  { column: 'codes', path: ['codes'], form: 'codes', localized: false },
  { column: 'description', path: ['description'], form: 'text', localized: true, only: 'symptoms' },
  { column: 'urgency', path: ['urgency'], form: 'word', localized: false, only: 'symptoms' },
  { column: 'body_sites', path: ['bodySites'], form: 'list', localized: false, only: 'symptoms' },
  { column: 'red_flags', path: ['redFlags'], form: 'list', localized: true, only: 'symptoms' },
  { column: 'relieved_by', path: ['relievedBy'], form: 'entries', localized: false, only: 'symptoms' },
  { column: 'remedy_kind', path: ['kind'], form: 'word', localized: false, only: 'remedies' },
  { column: 'instructions', path: ['instructions'], form: 'richText', localized: true, only: 'remedies' },
  { column: 'frequency', path: ['frequency'], form: 'text', localized: true, only: 'remedies' },
  { column: 'cautions', path: ['cautions'], form: 'text', localized: true, only: 'remedies' },
  { column: 'evidence_level', path: ['evidence', 'level'], form: 'word', localized: false, only: 'remedies' },
  { column: 'evidence_reference', path: ['evidence', 'reference'], form: 'text', localized: true, only: 'remedies' },
  { column: 'internal_notes', path: ['internalNotes'], form: 'text', localized: false },
]

/** The columns of a file after the leading ones, in order. The default language is always ready and needs none to say so. */
export function columnsFor(locales: readonly string[], defaultLocale: string): Column[] {
  return fields.flatMap((field): Column[] => {
    if (!field.localized) return [{ ...field, name: field.column, locale: undefined }]
    const own = field.form === 'ready' ? locales.filter((locale) => locale !== defaultLocale) : locales
    return own.map((locale) => ({ ...field, name: `${field.column}_${locale}`, locale }))
  })
}
