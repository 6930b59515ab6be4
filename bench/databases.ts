import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { javaServerMissing } from '../test/javaServer'
import { startMongoServer } from '../test/mongoServer'
import { type Started, startEntry } from './load'

export type DatabaseName = 'sqlite' | 'mongodb'
export const administrator = { email: 'bench@example.org', password: 'only-for-this-bench' }

/** A new database with a data folder beside it, for one bench. */
export interface BenchDatabase {
  name: DatabaseName
  folder: string
  /** The settings of whatever works on it. */
  environment: Record<string, string>
  /** The server, as `npm start` runs it. */
  start: (more?: Record<string, string>) => Promise<Started>
  remove: () => Promise<void>
}

/** Why there is none of this kind here; null where there is. */
export const missingDatabase = (name: DatabaseName): string | null =>
  name === 'mongodb' && !process.env.MONGODB_TEST_URL ? javaServerMissing('mongo-server') : null

/** MongoDB is the one of MONGODB_TEST_URL, or the test server that comes with the project. */
export async function makeDatabase(name: DatabaseName): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-load-'))
  const given = process.env.MONGODB_TEST_URL || undefined
  const own = name === 'mongodb' && !given ? await startMongoServer(0, 'bench') : undefined
  const url = name === 'sqlite' ? '' : new URL(`/saphena-bench-${Date.now()}`, given ?? own?.url).href
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: url,
    PAYLOAD_SECRET: 'only-for-this-bench-only-for-this-bench',
    SERVER_URL: '',
    GRAPHQL_OPERATIONS: '',
    HOST: '127.0.0.1',
    PORT: '0',
    SEED: 'false',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    REFERENCES_CHECK: 'false',
  }
  return {
    name,
    folder,
    environment,
    start: (more = {}) => startEntry('src/cli/start.ts', [], { ...environment, ...more }),
    async remove() {
      await own?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
