import type { PayloadRequest } from 'payload'

/** Who saved a document or settings last, for whoever meets him there. */
export interface Writer {
  /** Null where nobody did but the server. */
  by: string | null
  /** Whoever asks, in another window. */
  own: boolean
  at: string
}

/** An article knows who wrote in it last; of all else the audit tells. */
export async function findLastWriter(
  { collection, document, at, editedBy }: { collection: string; document: string; at: string; editedBy?: unknown },
  req: PayloadRequest,
): Promise<Writer> {
  const own = (writer: unknown) => writer !== undefined && String(writer) === String(req.user?.id)
  if (editedBy) {
    const writer = typeof editedBy === 'object' ? (editedBy as { id: string }).id : editedBy
    const user = await req.payload.db.findOne<{ id: string; name?: string }>({
      collection: 'users',
      where: { id: { equals: writer } },
      select: { name: true },
      req,
    })
    return { by: user?.name ?? 'Somebody', own: own(writer), at }
  }
  const { docs } = await req.payload.db.find<{ id: string; actor?: string; actorName: string }>({
    collection: 'audit',
    where: { and: [{ document: { equals: document } }, { collection: { equals: collection } }] },
    sort: '-id',
    limit: 1,
    pagination: false,
    req,
  })
  const [entry] = docs
  return { by: entry?.actorName ?? null, own: own(entry?.actor || undefined), at }
}
