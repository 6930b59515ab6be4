import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { withMongoLock } from './mongoLock'
import type { MongoMigration } from './mongoMigrations'
import { ensureOwnMongoIndexes } from './ownIndexes'

/** Makes the collections' indexes, then runs the data migrations that are missing; one process at a time. */
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
    for (const { name, up } of migrations.filter((migration) => !done.has(migration.name))) {
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

/** The indexes that the configuration asks for, of collections, globals and their versions. One that cannot be made stops the start. */
async function ensureIndexes({ collections, versions, globals }: MongooseAdapter): Promise<void> {
  for (const model of [...Object.values(collections), ...Object.values(versions), globals]) {
    await model?.ensureIndexes()
  }
}
