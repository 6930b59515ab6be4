import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Column, leading } from './columns'
import type { EntryRecord, FileCode, Value } from './entryRecord'
import { type ReadRow, readRow, UnreadableCell } from './readRow'
import { UnreadableVocabulary } from './UnreadableVocabulary'

const mostRows = 5_000

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function toCsv(records: readonly EntryRecord[], columns: readonly Column[]): string {
  const rows = records.map(({ kind, id = '', status = '', values }) => [
    kind,
    id,
    status,
    ...columns.map((column) => toCell(column, values[column.name])),
  ])
  const header = [...leading, ...columns.map(({ name }) => name)]
  return stringify([header, ...rows.map((row) => row.map(guard))], { bom: true, record_delimiter: '\r\n' })
}

/** @throws UnreadableVocabulary where it is no table of a vocabulary */
export function fromCsv(text: string, columns: readonly Column[]): ReadRow[] {
  const [header = [], ...rows] = readTable(text)
  const names = header.map((name) => name.trim().toLowerCase())
  const known = new Map(columns.map((column) => [column.name, column]))
  const strange = names.filter((name) => !known.has(name) && !leading.some((each) => each === name))
  if (strange.length > 0)
    throw new UnreadableVocabulary(
      `There is no column called ${strange
        .slice(0, 5)
        .map((name) => `“${name.slice(0, 40)}”`)
        .join(', ')}.`,
    )
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new UnreadableVocabulary(`The column ${twice} is there twice.`)
  if (!names.includes('kind'))
    throw new UnreadableVocabulary('The first row must name the columns, and kind must be one of them.')
  if (rows.length > mostRows) throw new UnreadableVocabulary(`A file has at most ${mostRows} entries.`)
  return rows.map((cells, at) => {
    const given: Record<string, unknown> = {}
    for (const [place, name] of names.entries()) {
      const cell = unguard(cells[place] ?? '')
      const column = known.get(name)
      given[name] = column ? fromCell(column, cell) : cell.trim() || undefined
    }
    return readRow(at + 2, given, columns)
  })
}

function readTable(text: string): string[][] {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  try {
    return parse(text, {
      bom: true,
      // A spreadsheet set to a language with decimal commas writes semicolons.
      delimiter: firstLine.includes(',') ? ',' : firstLine.includes(';') ? ';' : firstLine.includes('\t') ? '\t' : ',',
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    })
  } catch (error) {
    throw new UnreadableVocabulary(`The table cannot be read: ${(error as Error).message}.`)
  }
}

function toCell({ form }: Column, value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (form === 'codes')
    return joinList(
      (value as FileCode[]).map(({ system, code, display }) => [system, code, ...(display ? [display] : [])].join(':')),
    )
  return Array.isArray(value) ? joinList(value as string[]) : JSON.stringify(value)
}

function fromCell({ form, name }: Column, cell: string): unknown {
  switch (form) {
    case 'list':
    case 'entries':
      return splitList(cell)
    case 'codes':
      return splitList(cell).map((each) => {
        const [system = '', code = '', ...display] = each.split(':')
        return { system: system.trim(), code: code.trim(), display: display.join(':') }
      })
    case 'richText':
      if (cell.trim() === '') return null
      try {
        return JSON.parse(cell)
      } catch {
        return new UnreadableCell(`${name} is not rich text as an export has it.`)
      }
    case 'ready':
      return cell.trim().toLowerCase()
    default:
      return cell
  }
}

/** `one | two`; a bar or a backslash within one has a backslash before it. */
const joinList = (items: readonly string[]): string => items.map((item) => item.replace(/[\\|]/g, '\\$&')).join(' | ')

function splitList(cell: string): string[] {
  const items = ['']
  for (const [part] of cell.matchAll(/\\[\\|]|[\s\S]/g)) {
    if (part === '|') items.push('')
    else items[items.length - 1] += part.length === 2 && part.startsWith('\\') ? part.charAt(1) : part
  }
  return items.map((item) => item.trim()).filter(Boolean)
}

/**
 * A spreadsheet takes a cell for a formula that begins so, and runs it (OWASP, CSV injection). With an apostrophe before it, it is
 * text; one more goes before those that are there, so that reading gives back what was written.
 */
const guard = (cell: string): string => (/^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell)
const unguard = (cell: string): string => (/^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell)
