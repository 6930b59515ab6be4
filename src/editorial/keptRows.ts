import type { CollectionSlug, PayloadRequest, SelectType } from 'payload'
import { findLatest } from '../database/findLatest'
import { logged } from '../publishing/logChanges'
import type { LoggedCollection } from '../publishing/logEntry'

/** A document as the database holds it, every locale side by side. */
export interface Row {
  id: string
  _status?: string
  deletedAt?: string | null
  [field: string]: unknown
}

/** One of the two places that hold what a document says now; `version` names the second. */
export interface KeptRow {
  row: Row
  version?: string | number
}

/** The row that readers see, and the newest version: the same words, or a newer draft. */
export async function readKeptRows(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<KeptRow[]> {
  const { db } = req.payload
  const rows: KeptRow[] = []
  const row = await db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  if (row) rows.push({ row })
  const latest = await findLatest<Row>(collection, id, req)
  if (latest) rows.push({ row: latest.version, version: latest.id })
  return rows
}

/** As {@link readKeptRows}, of many documents at once and with these fields only; in the order of the ids. */
export async function readManyKeptRows(
  collection: CollectionSlug,
  ids: readonly string[],
  fields: readonly string[],
  req: PayloadRequest,
): Promise<Map<string, KeptRow[]>> {
  const { db } = req.payload
  const select: SelectType = Object.fromEntries([...fields, '_status', 'deletedAt'].map((field) => [field, true]))
  const how = { collection, limit: 0, pagination: false, req } as const
  const rows = await db.find<Row>({ ...how, where: { id: { in: [...ids] } }, select, sort: 'id' })
  const versions = await db.findVersions<Row>({
    ...how,
    where: { and: [{ latest: { equals: true } }, { parent: { in: [...ids] } }] },
    select: { parent: true, version: select } as SelectType,
    sort: 'parent',
  })
  const kept = new Map<string, KeptRow[]>(ids.map((id) => [id, []]))
  for (const row of rows.docs) kept.get(row.id)?.push({ row })
  for (const { id, parent, version } of versions.docs) kept.get(String(parent))?.push({ row: version, version: id })
  return kept
}

/**
 * Changes both, each by its own words, without a new version: nobody has written anything. What readers see of it goes into
 * the publish log.
 *
 * @param change what is different in a row, or undefined where nothing is
 * @returns how many rows were changed
 */
export async function rewriteKeptRows(
  collection: LoggedCollection,
  id: string,
  change: (row: Row) => Partial<Row> | undefined | Promise<Partial<Row> | undefined>,
  req: PayloadRequest,
): Promise<number> {
  const { db } = req.payload
  let changed = 0
  for (const { row, version } of await readKeptRows(collection, id, req)) {
    const changes = await change(row)
    if (!changes) continue
    const data = { ...row, ...changes }
    if (version !== undefined)
      await db.updateVersion({ collection, id: version, versionData: { version: data } as never, req })
    else
      await logged(collection, [id], req, () =>
        db.updateOne({ collection, id, data: { ...data, updatedAt: new Date().toISOString() }, req }),
      )
    changed++
  }
  return changed
}
