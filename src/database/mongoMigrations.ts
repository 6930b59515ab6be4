import type { MigrateUpArgs, MongooseAdapter } from '@payloadcms/db-mongodb'

/** A change of stored data that MongoDB needs from one version to the next. Runs once; may run again after a crash half way. */
export interface MongoMigration {
  /** Sorts by time: `20260131_120000_what_it_does`. Never renamed, the database remembers it. */
  name: string
  /** The database's collections that it changes. Each is copied before. */
  changes: readonly string[]
  up(args: MigrateUpArgs): Promise<void>
}

/** In the order in which they run. Collections and indexes need none: `migrateDatabase` makes those from the configuration. */
export const mongoMigrations: MongoMigration[] = [
  {
    name: '20261125_134500_articles_without_symptom',
    changes: ['articles', '_articles_versions'],
    async up({ payload }) {
      const { connection } = payload.db as unknown as MongooseAdapter
      for (const [collection, at] of [
        ['articles', ''],
        ['_articles_versions', 'version.'],
      ] as const)
        await connection
          .collection(collection)
          .updateMany(
            { [`${at}symptomCount`]: { $exists: false }, $or: [[], null].map((none) => ({ [`${at}symptoms`]: none })) },
            { $set: { [`${at}symptomCount`]: 0 } },
          )
    },
  },
  {
    // Only the hash by which a key is found is kept from now on.
    name: '20261125_164500_keys_hashed_alone',
    changes: ['users'],
    async up({ payload }) {
      const { connection } = payload.db as unknown as MongooseAdapter
      await connection.collection('users').updateMany({ apiKey: { $type: 'string' } }, { $set: { apiKey: null } })
    },
  },
]
