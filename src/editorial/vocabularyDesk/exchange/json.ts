import type { Column } from './columns'
import type { EntryRecord } from './entryRecord'
import { type ReadRow, readRow } from './readRow'
import { UnreadableVocabulary } from './UnreadableVocabulary'

const format = 'saphena-vocabulary'
const mostEntries = 5_000

/** The same names as the columns of the table; lists are lists. */
export const toJson = (records: readonly EntryRecord[]): string =>
  `${JSON.stringify({ format, version: 1, entries: records.map(({ values, ...rest }) => ({ ...rest, ...values })) }, null, 2)}\n`

/** @throws UnreadableVocabulary where it is no vocabulary */
export function fromJson(text: string, columns: readonly Column[]): ReadRow[] {
  let read: unknown
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UnreadableVocabulary('This is not JSON.')
  }
  const entries = Array.isArray(read) ? read : (read as { entries?: unknown } | null)?.entries
  if (!Array.isArray(entries)) throw new UnreadableVocabulary('There is no list of entries in this file.')
  if (entries.length > mostEntries) throw new UnreadableVocabulary(`A file has at most ${mostEntries} entries.`)
  const known = new Set(['kind', 'id', 'status', ...columns.map(({ name }) => name)])
  return entries.map((entry, at) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      return { row: at + 1, label: `Entry ${at + 1}`, reasons: ['This is not an object.'] }
    const strange = Object.keys(entry).filter((name) => !known.has(name))
    const found = readRow(at + 1, entry as Record<string, unknown>, columns)
    if (strange.length === 0) return found
    return {
      row: found.row,
      label: found.label,
      reasons: [...found.reasons, `There is nothing called ${strange.slice(0, 5).join(', ').slice(0, 200)}.`],
    }
  })
}
