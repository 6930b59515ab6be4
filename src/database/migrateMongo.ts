import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { withMongoLock } from './mongoLock'
import type { MongoMigration } from './mongoMigrations'
import { ensureOwnMongoIndexes } from './ownIndexes'

/** Makes the collections' indexes, then runs the data migrations that are missing, each after a copy of what it changes; one process at a time. */
export async function migrateMongo(
  payload: Payload,
  adapter: MongooseAdapter,
  migrations: MongoMigration[],
): Promise<string[]> {
  return withMongoLock(adapter.connection, 'migrate', async () => {
    await ensureIndexes(adapter)
    await ensureOwnMongoIndexes(adapter)
    const { docs } = await adapter.find<{ name: string; batch: number }>({
      collection: 'payload-migrations',
      limit: 0,
      pagination: false,
    })
    const done = new Set(docs.map(({ name }) => name))
    const batch = Math.max(0, ...docs.map((doc) => doc.batch)) + 1

    const ran: string[] = []
    for (const { name, changes, up } of migrations.filter((migration) => !done.has(migration.name))) {
      for (const collection of changes) await copyBefore(payload, adapter, name, collection)
      payload.logger.info({ migration: name, msg: 'Migrating' })
      const req = await createLocalReq({}, payload)
      try {
        await initTransaction(req)
        const transactionID = await req.transactionID
        const session = transactionID ? adapter.sessions[transactionID] : undefined
        await up({ payload: payload, req, session: session })
        await adapter.create({ collection: 'payload-migrations', data: { name, batch }, req })
        await commitTransaction(req)
      } catch (error) {
        await killTransaction(req)
        throw new Error(`The migration ${name} failed`, { cause: error })
      }
      ran.push(name)
    }
    return ran
  })
}

/**
 * Copies a collection beside itself, in the database: `before-MIGRATION-COLLECTION`. A copy that is there is of before a first try, and
 * stays. MongoDB gives it its name once it is whole (https://www.mongodb.com/docs/manual/reference/operator/aggregation/out/).
 */
async function copyBefore(
  payload: Payload,
  { connection }: MongooseAdapter,
  migration: string,
  collection: string,
): Promise<void> {
  const copy = `before-${migration}-${collection}`
  const anything = await connection.collection(collection).findOne({}, { projection: { _id: 1 } })
  if (!anything || (await connection.listCollections()).some(({ name }) => name === copy)) return
  await connection
    .collection(collection)
    .aggregate([{ $out: copy }])
    .toArray()
  payload.logger.info({ copy, msg: 'Copied a collection before migrating it' })
}

/** The indexes that the configuration asks for, of collections, globals and their versions. One that cannot be made stops the start. */
async function ensureIndexes({ collections, versions, globals }: MongooseAdapter): Promise<void> {
  for (const model of [...Object.values(collections), ...Object.values(versions), globals]) {
    await model?.ensureIndexes()
  }
}
