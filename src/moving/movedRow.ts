import type { Field, FlattenedField } from 'payload'
import { fieldShouldBeLocalized } from 'payload/shared'

export type Row = Record<string, unknown>

/**
 * A document as both databases can mean it: SQLite cannot tell an empty list or group from one that is missing, and MongoDB has no
 * row of nulls. What has no value is left out, and names are in order, so that equal content is equal text.
 */
export function toMoved(fields: readonly FlattenedField[], row: Row, parentIsLocalized = false): Row {
  const moved: Row = {}
  for (const field of stored(fields)) {
    const given = row[field.name]
    const value = isLocalized(field, parentIsLocalized)
      ? filled(Object.keys((given ?? {}) as Row).sort(), (locale) => toValue(field, (given as Row)[locale], true))
      : toValue(field, given, parentIsLocalized)
    if (value !== undefined) moved[field.name] = value
  }
  return moved
}

export interface Defaults {
  /** In which languages a value is said to be missing: a row of a language that has nothing else would be one too many on SQLite. */
  locales: readonly string[]
  /** The database refuses a missing value where the field is required. */
  requiredHolds: boolean
}

/**
 * What the adapters write for it. A field without a value is said to have none where it has a default, which both adapters would
 * put in its place.
 */
export function fromMoved(
  fields: readonly FlattenedField[],
  row: Row,
  defaults: Defaults,
  parentIsLocalized = false,
): Row {
  const data: Row = {}
  for (const field of stored(fields)) {
    const given = row[field.name]
    const value = isLocalized(field, parentIsLocalized)
      ? filled(defaults.locales, (locale) => fromValue(field, (given as Row | undefined)?.[locale], defaults, true))
      : fromValue(field, given, defaults, parentIsLocalized)
    if (value !== undefined) data[field.name] = value
  }
  return data
}

/** The languages in which a document says anything. */
export function localesIn(fields: readonly FlattenedField[], row: Row, known: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (own: readonly FlattenedField[], at: Row, parentIsLocalized: boolean) => {
    for (const field of stored(own)) {
      const given = at[field.name]
      if (!given) continue
      if (isLocalized(field, parentIsLocalized)) for (const locale of Object.keys(given)) found.add(locale)
      else if (isGroup(field)) visit(field.flattenedFields, given as Row, parentIsLocalized)
    }
  }
  visit(fields, row, false)
  return known.filter((locale) => found.has(locale))
}

type Named = FlattenedField & { name: string }

const isLocalized = (field: FlattenedField, parentIsLocalized: boolean): boolean =>
  fieldShouldBeLocalized({ field: field as Field, parentIsLocalized })

const isGroup = (field: FlattenedField) => field.type === 'group' || field.type === 'tab'

function stored(fields: readonly FlattenedField[]): Named[] {
  return fields
    .filter((field) => 'name' in field && field.type !== 'join' && !('virtual' in field && field.virtual))
    .sort((a, b) => ((a as Named).name < (b as Named).name ? -1 : 1)) as Named[]
}

function toValue(field: FlattenedField, value: unknown, parentIsLocalized: boolean): unknown {
  if (value === null || value === undefined) return undefined
  switch (field.type) {
    case 'json':
    case 'richText':
      return value
    case 'date':
      return new Date(value as string).toISOString()
    case 'group':
    case 'tab':
      return unlessEmpty(toMoved(field.flattenedFields, value as Row, parentIsLocalized))
    case 'array':
      return list(value, (row) => toMoved(field.flattenedFields, row as Row, parentIsLocalized))
    case 'blocks':
      throw new Error(`The field ${field.name} has blocks, which an export does not know`)
    default:
      return Array.isArray(value) ? list(value, (each) => each) : value
  }
}

function fromValue(field: FlattenedField, value: unknown, defaults: Defaults, parentIsLocalized: boolean): unknown {
  if (field.type === 'group' || field.type === 'tab')
    return unlessEmpty(fromMoved(field.flattenedFields, (value ?? {}) as Row, defaults, parentIsLocalized))
  if (value === undefined) return noValue(field, defaults)
  if (field.type === 'array')
    return (value as Row[]).map((row) => fromMoved(field.flattenedFields, row, defaults, parentIsLocalized))
  return value
}

function noValue(field: FlattenedField, { requiredHolds }: Defaults): null | [] | undefined {
  if (!hasDefault(field)) return undefined
  if (field.type === 'array' || ('hasMany' in field && field.hasMany)) return []
  return requiredHolds && 'required' in field && field.required ? undefined : null
}

/** Worked out by Payload and not by the database where it is a function. */
const hasDefault = (field: FlattenedField): boolean =>
  'defaultValue' in field && field.defaultValue !== undefined && typeof field.defaultValue !== 'function'

function list(value: unknown, of: (each: unknown) => unknown): unknown[] | undefined {
  const items = (value as unknown[]).map(of)
  return items.length > 0 ? items : undefined
}

function filled(keys: readonly string[], of: (key: string) => unknown): Row | undefined {
  const entries = keys.map((key) => [key, of(key)] as const).filter(([, value]) => value !== undefined)
  return unlessEmpty(Object.fromEntries(entries))
}

const unlessEmpty = (row: Row): Row | undefined => (Object.keys(row).length > 0 ? row : undefined)
