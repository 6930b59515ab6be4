import type { PayloadRequest } from 'payload'
import { findLatest } from '../database/findLatest'
import type { LoggedCollection } from './logEntry'

interface Row {
  id: string
  updatedAt: string
  _status?: string
}

/**
 * Payload writes a document and then its newest version: without transactions a process may have gone in between. Readers get the
 * document and the desk shows the version, so the version is made from the document. A newer draft stays what it is.
 *
 * @param id of a document that no process is still working on
 */
export async function completeVersion(collection: LoggedCollection, id: string, req: PayloadRequest): Promise<void> {
  const { db } = req.payload
  const row = await db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  if (!row) return
  const newest = (await findLatest<Row>(collection, id, req))?.version
  if (newest && (newest._status !== 'published' || newest.updatedAt >= row.updatedAt)) return
  await db.createVersion({
    collectionSlug: collection,
    parent: id,
    versionData: row,
    autosave: false,
    createdAt: row.updatedAt,
    updatedAt: row.updatedAt,
    req,
  })
}
