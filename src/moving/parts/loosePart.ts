import type { BasePayload, SanitizedCollectionConfig } from 'payload'
import { digestOf } from '../digestOf'
import { mayLack } from '../mayLack'
import type { MovedPart } from '../movedParts'
import { fromMoved, type Row, toMoved } from '../movedRow'

/**
 * A collection of Payload's own whose ids are the engine's (jobs, preferences). Nothing refers to one by its id, and each gets a new one;
 * they are few, and stand in the order of their age.
 */
export function loosePart(payload: BasePayload, { slug, ...config }: SanitizedCollectionConfig): MovedPart {
  const fields = config.flattenedFields.filter((field) => field.name !== 'id')
  const read = async () => {
    const { docs } = await payload.db.find<Row>({
      collection: slug as never,
      limit: 0,
      pagination: false,
      sort: 'createdAt',
    })
    const lines = docs.map((doc) => atRest(slug, toMoved(fields, doc)))
    return lines.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  }
  return {
    name: slug,
    async *list() {
      yield { key: '', stamp: digestOf(await read()) }
    },
    read: async () => new Map([['', await read()]]),
    async write(lines, req) {
      for (const line of lines as Row[])
        await payload.db.create({
          collection: slug,
          data: fromMoved(fields, line, mayLack(payload, config, line)),
          returning: false,
          req,
        })
    },
    keyOf: () => '',
  }
}

const orderOf = (line: Row): string => `${line.createdAt ?? ''} ${JSON.stringify(line)}`

/** The process that runs a job stays behind: the job waits again. MongoDB does not note when a preference was made, and SQLite must. */
const atRest = (slug: string, line: Row): Row => ({
  createdAt: line.updatedAt,
  ...line,
  ...(slug === 'payload-jobs' ? { processing: false } : {}),
})
