type Values = Record<string, unknown>

/**
 * The names of the fields that a change touches, those of a group with a dot: `title`, `seekCare.text`. Fields that were not sent
 * did not change; nothing, null, the empty text and the empty list are one.
 */
export function changedFields(before: Values, sent: Values, ignored: ReadonlySet<string>): string[] {
  const names: string[] = []
  for (const [name, value] of Object.entries(sent)) {
    if (ignored.has(name)) continue
    const had = before[name]
    if (isGroup(value) && (isGroup(had) || isEmpty(had)))
      names.push(...changedFields(isGroup(had) ? had : {}, value, ignored).map((inner) => `${name}.${inner}`))
    else if (!same(had, value)) names.push(name)
  }
  return names
}

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** A populated document and a rich text are values; what else has names is a group of fields. */
const isGroup = (value: unknown): value is Values => isRecord(value) && !('root' in value) && !('id' in value)

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function same(a: unknown, b: unknown): boolean {
  if (isEmpty(a) && isEmpty(b)) return true
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/** A populated document is compared by its id, and a date by what it is stored as. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (isRecord(value) && typeof value.id === 'string' && ('createdAt' in value || 'updatedAt' in value)) return value.id
  return value
}
