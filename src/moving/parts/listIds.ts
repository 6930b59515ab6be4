import type { BasePayload } from 'payload'

const pageSize = 200

/** The documents of a collection in the order of their ids, page by page. */
export async function* listIds(
  payload: BasePayload,
  collection: string,
): AsyncGenerator<{ id: string; updatedAt?: string }[]> {
  let after = ''
  for (;;) {
    const { docs } = await payload.db.find<{ id: string; updatedAt?: string }>({
      collection: collection as never,
      where: after ? { id: { greater_than: after } } : {},
      select: { updatedAt: true },
      sort: 'id',
      limit: pageSize,
      pagination: false,
    })
    yield docs
    const last = docs.at(-1)
    if (!last || docs.length < pageSize) return
    after = last.id
  }
}
