import type { CollectionSlug, PayloadRequest, TypeWithVersion } from 'payload'

/** A document's newest version, which the desk shows, below Payload's rules. */
export async function findLatest<Row extends object>(
  collection: CollectionSlug,
  id: string,
  req: PayloadRequest,
): Promise<TypeWithVersion<Row> | undefined> {
  const { docs } = await req.payload.db.findVersions<Row>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}
