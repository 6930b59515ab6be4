import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { inject } from 'vitest'

export interface TestDatabase {
  name: 'sqlite' | 'mongodb'
  /** An empty database of its own, and a data folder beside it. */
  create: () => Promise<CreatedDatabase>
}

export interface CreatedDatabase {
  url: string
  dataDir: string
  /** Takes database and folder away; close what uses them first. */
  remove: () => Promise<void>
}

export const sqlite: TestDatabase = {
  name: 'sqlite',
  async create() {
    const dataDir = await mkdtemp(join(tmpdir(), 'saphena-test-'))
    return { url: `file:${dataDir}/saphena.db`, dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) }
  },
}

function mongodb(server: string): TestDatabase {
  return {
    name: 'mongodb',
    async create() {
      const dataDir = await mkdtemp(join(tmpdir(), 'saphena-test-'))
      const url = new URL(server)
      url.pathname = `/saphena-test-${randomUUID()}`
      return {
        url: url.href,
        dataDir,
        async remove() {
          await rm(dataDir, { recursive: true, force: true })
          const connection = await mongoose.createConnection(url.href).asPromise()
          // The test server stumbles where an index was being made just now.
          await connection.dropDatabase().catch(() => connection.dropDatabase())
          await connection.close()
        },
      }
    },
  }
}

/** The databases that this run can use; SQLite is always there. */
export async function availableDatabases(): Promise<TestDatabase[]> {
  const mongo = inject('mongo')
  return 'url' in mongo ? [sqlite, mongodb(mongo.url)] : [sqlite]
}
