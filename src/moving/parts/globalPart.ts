import type { BasePayload, SanitizedGlobalConfig } from 'payload'
import { digestOf } from '../digestOf'
import { mayLack } from '../mayLack'
import type { MovedPart } from '../movedParts'
import { fromMoved, type Row, toMoved } from '../movedRow'

/** A global, which is one document or none; its id is the engine's. */
export function globalPart(
  payload: BasePayload,
  { slug, versions, flattenedFields }: SanitizedGlobalConfig,
): MovedPart {
  if (versions) throw new Error(`The global ${slug} has versions, which an export does not know`)
  const fields = flattenedFields.filter((field) => field.name !== 'id' && field.name !== 'globalType')
  const read = async (): Promise<object[]> => {
    const row = (await payload.db.findGlobal({ slug: slug as never })) as Row | null
    return row && (row.id || row._id) ? [toMoved(fields, row)] : []
  }
  return {
    name: `global-${slug}`,
    async *list() {
      yield { key: '', stamp: digestOf(await read()) }
    },
    read: async () => new Map([['', await read()]]),
    async write(lines, req) {
      for (const line of lines as Row[]) {
        const data = fromMoved(
          fields,
          line,
          mayLack(payload, { flattenedFields: fields, versions: false as never }, line),
        )
        const times = { createdAt: line.createdAt, updatedAt: line.updatedAt }
        await payload.db.createGlobal({ slug: slug as never, data: { ...data, globalType: slug } as never, req })
        // SQLite's adapter says that it was made now.
        await payload.db.updateGlobal({ slug: slug as never, data: times as never, req })
      }
    },
    keyOf: () => '',
  }
}
