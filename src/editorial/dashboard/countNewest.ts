import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** How many documents there are by their newest versions, the trash apart: what Payload's list of them says. */
export async function countNewest(collection: CollectionSlug, where: Where, req: PayloadRequest): Promise<number> {
  const { totalDocs } = await req.payload.db.countVersions({ collection, where: newest(where), req })
  return totalDocs
}

/** A question about documents as one about their newest versions. */
export const newest = (where: Where): Where => ({
  and: [{ latest: { equals: true } }, { 'version.deletedAt': { exists: false } }, inVersion(where)],
})

function inVersion(where: Where): Where {
  const asked: Where = {}
  for (const [path, condition] of Object.entries(where)) {
    if (path === 'and' || path === 'or') asked[path] = (condition as Where[]).map(inVersion)
    else asked[path === 'id' ? 'parent' : `version.${path}`] = condition as never
  }
  return asked
}
