import type { ClientField } from 'payload'

export interface FoundField {
  field: ClientField
  /** The named fields that it stands in, from the outside. */
  parents: ClientField[]
}

/** A field of a form by its path; rows are passed by whatever they are called. */
export function findField(fields: readonly ClientField[], path: string): FoundField | undefined {
  const [name, ...rest] = path.split('.')
  for (const field of fields) {
    if ('name' in field && field.name) {
      if (field.name !== name) continue
      if (rest.length === 0) return { field, parents: [] }
      const inner =
        'fields' in field
          ? findField(field.fields, (field.type === 'array' ? rest.slice(1) : rest).join('.'))
          : undefined
      return inner && { ...inner, parents: [field, ...inner.parents] }
    }
    const inside =
      field.type === 'tabs' ? field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [] : tab.fields)) : undefined
    const found = findField(inside ?? ('fields' in field ? field.fields : []), path)
    if (found) return found
  }
  return undefined
}
