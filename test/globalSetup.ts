import type { TestProject } from 'vitest/node'
import { mongoServerMissing, startMongoServer } from './mongoServer'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a MongoDB answers, or why there is none. */
    mongo: { url: string } | { missing: string }
  }
}

/** One MongoDB for the whole run: MONGODB_TEST_URL, else the test server that comes with the project. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MONGODB_TEST_URL
  if (given) {
    project.provide('mongo', { url: given })
    return async () => {}
  }
  const missing = mongoServerMissing()
  if (missing) {
    console.warn(`Tests on MongoDB are skipped: ${missing}`)
    project.provide('mongo', { missing })
    return async () => {}
  }
  const server = await startMongoServer()
  project.provide('mongo', { url: server.url })
  return server.stop
}
