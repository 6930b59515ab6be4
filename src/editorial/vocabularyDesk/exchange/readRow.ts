import type { Column } from './columns'
import type { EntryRecord, Value } from './entryRecord'
import { readValue } from './readValue'

/** A row as it was read: a record, or why it is none. `row` is its number in a spreadsheet. */
export interface ReadRow {
  row: number
  record?: EntryRecord
  /** What to call it where it is refused. */
  label: string
  reasons: string[]
}

/** A row of either form. */
export function readRow(row: number, given: Record<string, unknown>, columns: readonly Column[]): ReadRow {
  const { kind, id, status, ...rest } = given
  const reasons: string[] = []
  const values: Record<string, Value> = {}
  if (kind !== 'symptom' && kind !== 'remedy') reasons.push('kind is symptom or remedy.')
  if (id !== undefined && (typeof id !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id)))
    reasons.push('id has 1 to 64 letters, digits, hyphens or underscores.')
  if (status !== undefined && status !== 'published' && status !== 'draft')
    reasons.push('status is published or draft.')
  const collection = kind === 'symptom' ? 'symptoms' : 'remedies'
  for (const column of columns) {
    const value = rest[column.name]
    if (value === undefined) continue
    if (value instanceof UnreadableCell) {
      reasons.push(value.reason)
      continue
    }
    const read = readValue(column, value)
    if ('reason' in read) reasons.push(read.reason)
    else if (!column.only || column.only === collection) values[column.name] = read.value
    else if (!isNothing(read.value)) reasons.push(`A ${String(kind)} has no ${column.name}.`)
  }
  const name = columns
    .filter(({ column }) => column === 'name')
    .map(({ name }) => values[name])
    .find((each) => each)
  const label = typeof name === 'string' ? name : typeof id === 'string' ? id : `Row ${row}`
  if (reasons.length > 0) return { row, label, reasons }
  const record = { kind, ...(id ? { id } : {}), ...(status ? { status } : {}), values } as EntryRecord
  return { row, label, record, reasons }
}

const isNothing = (value: Value): boolean =>
  value === null || value === '' || value === 'no' || (Array.isArray(value) && value.length === 0)

/** A cell that is not what its column wants. */
export class UnreadableCell {
  constructor(readonly reason: string) {}
}
