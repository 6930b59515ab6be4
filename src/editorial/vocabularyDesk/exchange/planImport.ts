import { isDeepStrictEqual } from 'node:util'
import type { PayloadRequest } from 'payload'
import { indexTerms, type TermIndex } from '../../../linking/termIndex'
import type { VocabularyEntry } from '../../../linking/vocabulary'
import { toSlug } from '../../deriveSlug'
import { defaultLocaleOf, localesOf } from '../../vocabulary'
import type { DeskCollection } from '../answer'
import { describeTaken, findTakenTerms } from '../takenTerms'
import { checkRecord } from './checkRecord'
import type { Column } from './columns'
import { type EntryRecord, toRecord, type Value } from './entryRecord'
import type { StoredEntries, StoredEntry } from './readAllEntries'
import type { ReadRow } from './readRow'

export type Outcome = 'created' | 'changed' | 'unchanged' | 'refused'

/** What becomes of a row of a file. */
export interface PlannedRow {
  /** Its number in a spreadsheet. */
  row: number
  label: string
  kind?: EntryRecord['kind']
  outcome: Outcome
  /** The columns that differ from what is there; `status` where it gets published. */
  changes: string[]
  /** Why it is refused. */
  reasons: string[]
}

/** With what is needed to carry it out. */
export interface PreparedRow extends PlannedRow {
  collection?: DeskCollection
  record?: EntryRecord
  entry?: StoredEntry | undefined
  /** Whether readers will see it. */
  publishes: boolean
}

interface Candidate {
  read: ReadRow
  record: EntryRecord
  collection: DeskCollection
  entry: StoredEntry | undefined
  publishes: boolean
}

/**
 * Compares a file with what is there. An entry is known again by its id, else by its English address, else by the address that its
 * English name makes. A draft is compared with the newest version, what gets published with what readers see.
 *
 * @param publish whether rows are published, unless they say that they are drafts
 */
export async function planImport(
  rows: readonly ReadRow[],
  stored: StoredEntries,
  columns: readonly Column[],
  publish: boolean,
  req: PayloadRequest,
): Promise<PreparedRow[]> {
  const first = defaultLocaleOf(req.payload)
  const candidates = new Map<ReadRow, Candidate>()
  const seen = new Map<string, number>()
  for (const read of rows) {
    const { record } = read
    if (!record) continue
    const collection = record.kind === 'symptom' ? 'symptoms' : 'remedies'
    const slug = textOf(record, `slug_${first}`) || toSlug(textOf(record, `name_${first}`))
    const entry = (record.id && stored.byId.get(record.id)) || stored.bySlug.get(`${collection}:${slug}`)
    const key = entry?.id ?? record.id ?? `${collection}:${slug}`
    const before = seen.get(key)
    if (before !== undefined) read.reasons.push(`This is the entry of row ${before} again.`)
    else seen.set(key, read.row)
    const publishes = publish && record.status !== 'draft'
    candidates.set(read, { read, record, collection, entry, publishes })
  }
  const remedies = new Set(stored.remedySlugs.values())
  for (const { record, collection } of candidates.values())
    if (collection === 'remedies')
      remedies.add(textOf(record, `slug_${first}`) || toSlug(textOf(record, `name_${first}`)))
  const takenInFile = wordsOfFile([...candidates.values()], req)

  const planned: PreparedRow[] = []
  for (const read of rows) {
    const candidate = candidates.get(read)
    if (!candidate) {
      planned.push({
        row: read.row,
        label: read.label,
        outcome: 'refused',
        changes: [],
        reasons: read.reasons,
        publishes: false,
      })
      continue
    }
    const { record, collection, entry, publishes } = candidate
    const changes = changesOf(candidate, stored, columns)
    const base = { row: read.row, label: read.label, kind: record.kind, collection, record, entry, publishes, changes }
    const reasons = [...read.reasons]
    if (changes.length > 0 || !entry) {
      reasons.push(...hindrances(candidate, stored, remedies, first))
      reasons.push(...(await checkRecord(collection, record, columns, req)))
      reasons.push(...(await takenTerms(candidate, [...candidates.values()], takenInFile, req)))
    }
    const outcome = reasons.length > 0 ? 'refused' : !entry ? 'created' : changes.length > 0 ? 'changed' : 'unchanged'
    planned.push({ ...base, outcome, reasons })
  }
  return planned
}

const textOf = ({ values }: EntryRecord, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

function changesOf(
  { record, collection, entry, publishes }: Candidate,
  stored: StoredEntries,
  columns: readonly Column[],
): string[] {
  if (!entry)
    return Object.entries(record.values)
      .filter(([, value]) => !isNothing(value))
      .map(([name]) => name)
  const row = publishes ? (entry.published ?? entry.newest) : entry.newest
  const there = toRecord(collection, row, columns, stored.remedySlugs).values
  const changes = Object.entries(record.values)
    // No address given is no address taken away.
    .filter(([name, value]) => !(name.startsWith('slug_') && value === ''))
    .filter(([name, value]) => !isDeepStrictEqual(value, there[name]))
    .map(([name]) => name)
  return publishes && !entry.published ? [...changes, 'status'] : changes
}

const isNothing = (value: Value): boolean =>
  value === null || value === '' || value === 'no' || (Array.isArray(value) && value.length === 0)

function hindrances(
  { record, collection, entry, publishes }: Candidate,
  stored: StoredEntries,
  remedies: ReadonlySet<string>,
  first: string,
): string[] {
  const reasons: string[] = []
  const name = record.values[`name_${first}`]
  if (entry ? name === '' : !name) reasons.push(`name_${first}: an entry has a name.`)
  if (entry && entry.collection !== collection) reasons.push(`The entry with this id is no ${record.kind}.`)
  if (entry?.trashed) reasons.push('It is in the trash: put it back first, or delete it.')
  if (publishes && entry?.published && entry.newest._status !== 'published')
    reasons.push('It has changes that are not published yet: publish them or take them back first.')
  const slug = textOf(record, `slug_${first}`)
  const owner = slug ? stored.bySlug.get(`${collection}:${slug}`) : undefined
  if (owner && owner.id !== entry?.id) reasons.push(`slug_${first}: another entry has the address “${slug}”.`)
  for (const remedy of (record.values.relieved_by ?? []) as string[])
    if (!remedies.has(remedy)) reasons.push(`relieved_by: there is no remedy “${remedy.slice(0, 80)}”.`)
  return reasons
}

type FileWords = Map<string, { index: TermIndex; rows: Map<string, Candidate> }>

/** The words of the rows that get published, by locale: what they will be, whatever they are now. */
function wordsOfFile(candidates: readonly Candidate[], req: PayloadRequest): FileWords {
  const words: FileWords = new Map()
  for (const locale of localesOf(req.payload)) {
    const rows = new Map<string, Candidate>()
    const entries: Record<EntryRecord['kind'], VocabularyEntry[]> = { symptom: [], remedy: [] }
    for (const candidate of candidates.filter(({ publishes }) => publishes)) {
      const slug = String(candidate.read.row)
      const [name = '', ...synonyms] = termsIn(candidate.record, locale)
      if (!name) continue
      rows.set(slug, candidate)
      entries[candidate.record.kind].push({ slug, name, synonyms })
    }
    words.set(locale, { index: indexTerms({ symptoms: entries.symptom, remedies: entries.remedy }, locale), rows })
  }
  return words
}

const termsIn = (record: EntryRecord, locale: string): string[] => {
  const name = textOf(record, `name_${locale}`)
  return [...(name ? [name] : []), ...((record.values[`synonyms_${locale}`] ?? []) as string[])]
}

async function takenTerms(
  candidate: Candidate,
  all: readonly Candidate[],
  inFile: FileWords,
  req: PayloadRequest,
): Promise<string[]> {
  const { record, entry, read } = candidate
  // The words that these have now are replaced by those of the file.
  const replaced = all.flatMap((each) => (each.publishes && each.entry ? [each.entry.id] : []))
  const reasons: string[] = []
  for (const locale of localesOf(req.payload)) {
    const terms = termsIn(record, locale)
    for (const taken of await findTakenTerms(terms, locale, entry?.id, req, replaced))
      reasons.push(`${columnOf(taken.term, record, locale)}: ${describeTaken(taken)}`)
    const words = inFile.get(locale)
    for (const term of terms) {
      const earlier = words?.index
        .ownersOf(term)
        .map(({ slug }) => words.rows.get(slug))
        .find((each) => each && each !== candidate && (each.read.row < read.row || !candidate.publishes))
      if (earlier)
        reasons.push(
          `${columnOf(term, record, locale)}: “${term}” belongs to “${earlier.read.label}” in row ${earlier.read.row}.`,
        )
    }
  }
  return reasons
}

const columnOf = (term: string, record: EntryRecord, locale: string): string =>
  textOf(record, `name_${locale}`) === term ? `name_${locale}` : `synonyms_${locale}`
