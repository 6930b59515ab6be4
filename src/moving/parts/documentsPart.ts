import type { BasePayload, SanitizedCollectionConfig } from 'payload'
import { mayLack } from '../mayLack'
import type { MovedPart } from '../movedParts'
import { fromMoved, type Row, toMoved } from '../movedRow'
import { listIds } from './listIds'

/** A collection whose documents have our own ids, in the order of these. */
export function documentsPart(payload: BasePayload, { slug, ...config }: SanitizedCollectionConfig): MovedPart {
  const fields = config.flattenedFields
  return {
    name: slug,
    async *list() {
      for await (const page of listIds(payload, slug))
        for (const { id, updatedAt } of page) yield { key: id, stamp: String(updatedAt) }
    },
    async read(keys) {
      const { docs } = await payload.db.find<Row & { id: string }>({
        collection: slug,
        where: { id: { in: keys } },
        limit: 0,
        pagination: false,
        sort: 'id',
        joins: false,
      } as never)
      return new Map(docs.map((doc) => [doc.id, [{ id: doc.id, ...toMoved(fields, doc) }]]))
    },
    async write(lines, req) {
      for (const line of lines as Row[])
        await payload.db.create({
          collection: slug,
          data: { ...fromMoved(fields, line, mayLack(payload, config, line)), id: line.id },
          returning: false,
          req,
        })
    },
    keyOf: (line) => String((line as Row).id),
  }
}
