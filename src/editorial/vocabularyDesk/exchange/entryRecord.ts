import type { Row } from '../../keptRows'
import type { DeskCollection } from '../answer'
import { kindOf } from '../deskEntry'
import type { Column } from './columns'

export interface FileCode {
  system: string
  code: string
  display: string
}

/** What a cell means: a word or text (empty where there is none), a list, codes, or rich text. */
export type Value = string | string[] | FileCode[] | Record<string, unknown> | null

/** An entry as a file has it. A column that the file does not have is not in `values`, and is left as it is. */
export interface EntryRecord {
  kind: 'symptom' | 'remedy'
  id?: string
  status?: 'published' | 'draft'
  values: Record<string, Value>
}

type Localized = Record<string, unknown> | null | undefined

/**
 * A document as its record.
 *
 * @param slugs the addresses of remedies by id, by which symptoms name them
 */
export function toRecord(
  collection: DeskCollection,
  row: Row,
  columns: readonly Column[],
  slugs: ReadonlyMap<string, string>,
): EntryRecord {
  const values: EntryRecord['values'] = {}
  for (const column of columns)
    if (!column.only || column.only === collection) values[column.name] = toValue(column, stored(row, column), slugs)
  return { kind: kindOf[collection], id: row.id, status: row._status === 'published' ? 'published' : 'draft', values }
}

function stored(row: Row, { path: [first, second], locale }: Column): unknown {
  const value = second === undefined ? row[first] : (row[first] as Record<string, unknown> | null | undefined)?.[second]
  return locale === undefined ? value : (value as Localized)?.[locale]
}

function toValue({ form }: Column, value: unknown, slugs: ReadonlyMap<string, string>): Value {
  switch (form) {
    case 'word':
      return typeof value === 'string' ? value.trim() : ''
    case 'text':
      return typeof value === 'string' ? value : ''
    case 'ready':
      return value === 'ready' ? 'yes' : 'no'
    case 'list':
      return listOf(value).map((each) => String(each).trim())
    case 'codes':
      return listOf(value).map((each) => {
        const { system, code, display } = each as Partial<FileCode>
        return { system: system ?? '', code: code ?? '', display: (display ?? '').trim() }
      })
    case 'entries':
      return listOf(value).flatMap((id) => slugs.get(String(id)) ?? [])
    case 'richText':
      return value && typeof value === 'object' ? (value as Record<string, unknown>) : null
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
