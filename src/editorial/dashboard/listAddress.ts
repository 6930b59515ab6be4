import type { Where } from 'payload'

/** Groups of conditions: one of the groups must hold, and all in it. So Payload's list shows them in its filter. */
export type Groups = readonly Where[][]

export const toWhere = (groups: Groups): Where => ({ or: groups.map((and) => ({ and })) })

/**
 * The address of Payload's list of a collection with a filter set.
 *
 * @param admin where the admin is, such as `/admin`
 */
export function listAddress(admin: string, collection: string, groups: Groups, locale?: string): string {
  const query = new URLSearchParams()
  if (locale) query.set('locale', locale)
  groups.forEach((and, group) => {
    and.forEach((condition, index) => {
      for (const [path, operators] of Object.entries(condition))
        for (const [operator, value] of Object.entries(operators as Record<string, unknown>))
          query.append(`where[or][${group}][and][${index}][${path}][${operator}]`, String(value))
    })
  })
  return `${admin}/collections/${collection}?${query}`
}
