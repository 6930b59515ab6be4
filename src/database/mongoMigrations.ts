import type { MigrateUpArgs } from '@payloadcms/db-mongodb'

/** A change of stored data that MongoDB needs from one version to the next. Runs once; may run again after a crash half way. */
export interface MongoMigration {
  /** Sorts by time: `20260131_120000_what_it_does`. Never renamed, the database remembers it. */
  name: string
  up(args: MigrateUpArgs): Promise<void>
}

/** In the order in which they run. Collections and indexes need none: `migrateDatabase` makes those from the configuration. */
export const mongoMigrations: MongoMigration[] = []
