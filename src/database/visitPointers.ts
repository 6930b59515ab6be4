import type { FlattenedField } from 'payload'

/** A place in a document that points to another one. */
export interface Pointer {
  /** The names of the fields that lead there, with dots between. */
  path: string
  collection: string
  id: string
}

type See = (pointer: Pointer) => void
export interface Eyes {
  /** A relation of the database. */
  see: See
  /** A link or a picture in a rich text; texts are walked through for this alone. */
  seeInText?: See
  /** A field that points holds what is no pointer of its kind. */
  seeOther?: (path: string) => void
}
type Row = Record<string, unknown>

/** Shows each pointer in the values of these fields, of one language or of all of them side by side. */
export function visitPointers(fields: readonly FlattenedField[], row: Row, eyes: Eyes): void {
  visitFields(fields, row, '', eyes)
}

function visitFields(fields: readonly FlattenedField[], row: Row, at: string, eyes: Eyes): void {
  for (const field of fields) {
    if (!('name' in field)) continue
    const value = row[field.name]
    if (value === null || value === undefined) continue
    const path = `${at}${field.name}`
    if (field.type === 'group' || field.type === 'tab')
      visitFields(field.flattenedFields, value as Row, `${path}.`, eyes)
    else if (field.type === 'array') visitRows(field.flattenedFields, valuesOf(field, value).flat(), `${path}.`, eyes)
    else if (field.type === 'richText') {
      if (eyes.seeInText) visitText(value, path, eyes.seeInText)
    } else if (field.type === 'relationship' || field.type === 'upload')
      for (const target of field.hasMany ? valuesOf(field, value).flat() : valuesOf(field, value))
        seeTarget(field.relationTo, target, path, eyes)
  }
}

function visitRows(fields: readonly FlattenedField[], rows: readonly unknown[], at: string, eyes: Eyes): void {
  for (const row of rows) if (typeof row === 'object' && row !== null) visitFields(fields, row as Row, at, eyes)
}

function seeTarget(relationTo: string | string[], target: unknown, path: string, { see, seeOther }: Eyes): void {
  if (typeof target === 'string' && typeof relationTo === 'string') see({ path, collection: relationTo, id: target })
  else if (isPointer(target) && Array.isArray(relationTo) && relationTo.includes(target.relationTo))
    see({ path, collection: target.relationTo, id: target.value })
  else if (target !== null && target !== undefined) seeOther?.(path)
}

/** A localized value is one for each language, or that of the language that is written. */
const valuesOf = ({ localized }: { localized?: boolean }, value: unknown): unknown[] =>
  localized && typeof value === 'object' && value !== null && !Array.isArray(value) && !isPointer(value)
    ? Object.values(value)
    : [value]

function isPointer(value: unknown): value is { relationTo: string; value: string } {
  const { relationTo, value: id } = (value ?? {}) as Row
  return typeof relationTo === 'string' && typeof id === 'string'
}

function visitText(value: unknown, path: string, see: See): void {
  if (isPointer(value)) see({ path, collection: value.relationTo, id: value.value })
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) visitText(each, path, see)
}
