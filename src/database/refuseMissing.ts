import { type CollectionBeforeChangeHook, type CollectionSlug, ValidationError } from 'payload'
import { findMissing } from './findMissing'
import { type Pointer, visitPointers } from './visitPointers'

/**
 * Refuses to point to a document that does not exist: SQLite would answer with a broken constraint, and MongoDB would keep it.
 * What the document pointed to before is left alone, and so is a version that is restored. Links in texts are preflight's.
 *
 * @throws ValidationError on each field that does
 */
export const refuseMissing: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (req.context.isRestoringVersion) return data
  const before = new Set<string>()
  visitPointers(collection.flattenedFields, originalDoc ?? {}, {
    see: ({ collection: to, id }) => before.add(`${to}:${id}`),
  })
  const added = new Map<string, Map<string, string>>()
  const errors: { path: string; message: string }[] = []
  const see = ({ path, collection: to, id }: Pointer) => {
    if (before.has(`${to}:${id}`)) return
    const paths = added.get(to) ?? new Map<string, string>()
    if (!paths.has(id)) paths.set(id, path)
    added.set(to, paths)
  }
  const seeOther = (path: string) => {
    if (errors.length < mostNamed) errors.push({ path, message: 'This is the id of no document.' })
  }
  visitPointers(collection.flattenedFields, data, { see, seeOther })
  for (const [to, paths] of added)
    for (const id of await findMissing(to as CollectionSlug, [...paths.keys()], req, mostNamed)) {
      const message = `There is no document ${JSON.stringify(id.slice(0, 100))} in ${to}.`
      if (errors.length < mostNamed) errors.push({ path: paths.get(id) ?? '', message })
    }
  if (errors.length === 0) return data
  const refusal = new ValidationError({ collection: collection.slug, errors, req }, req.t)
  // A bulk edit and GraphQL show this and not what stands at the fields.
  refusal.message = errors.map(({ message }) => message).join(' ')
  throw refusal
}

const mostNamed = 10
