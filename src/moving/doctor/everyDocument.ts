import type { BasePayload } from 'payload'
import type { Row } from '../movedRow'
import { listIds } from '../parts/listIds'

/** All documents of a collection as the database has them, a few at a time. */
export async function* everyDocument(payload: BasePayload, collection: string): AsyncGenerator<Row & { id: string }> {
  for await (const page of listIds(payload, collection)) {
    if (page.length === 0) continue
    const { docs } = await payload.db.find<Row & { id: string }>({
      collection: collection as never,
      where: { id: { in: page.map(({ id }) => id) } },
      sort: 'id',
      limit: 0,
      pagination: false,
      joins: false,
    } as never)
    yield* docs
  }
}
