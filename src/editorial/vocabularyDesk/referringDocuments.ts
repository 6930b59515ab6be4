import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Row } from '../keptRows'

/** The documents whose relationship names another one, as readers see them or in the newest version. */
export async function findReferringDocuments(
  collection: CollectionSlug,
  field: string,
  target: string,
  req: PayloadRequest,
): Promise<string[]> {
  const { db } = req.payload
  const how = { collection, limit: 0, pagination: false, req } as const
  const rows = await db.find<Row>({ ...how, where: { [field]: { in: [target] } }, select: { slug: true }, sort: 'id' })
  const versions = await db.findVersions<Row>({
    ...how,
    where: { and: [{ latest: { equals: true } }, { [`version.${field}`]: { in: [target] } }] },
    select: { parent: true } as never,
    sort: 'parent',
  })
  return [...new Set([...rows.docs.map((row) => row.id), ...versions.docs.map(({ parent }) => String(parent))])].sort()
}
