import type { TestProject } from 'vitest/node'
import { javaServerMissing } from './javaServer'
import { type MongoServer, startMongoServer } from './mongoServer'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a MongoDB answers, or why there is none. */
    mongo: { url: string } | { missing: string }
  }
}

/** Shared by the projects of one run, each of which calls this. */
const shared = globalThis as { saphenaMongo?: { server: Promise<MongoServer>; users: number } }

/** One MongoDB for the whole run: MONGODB_TEST_URL, else the test server that comes with the project. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MONGODB_TEST_URL
  if (given) {
    project.provide('mongo', { url: given })
    return async () => {}
  }
  const missing = javaServerMissing('mongo-server')
  if (missing) {
    console.warn(`Tests on MongoDB are skipped: ${missing}`)
    project.provide('mongo', { missing })
    return async () => {}
  }

  shared.saphenaMongo ??= { server: startMongoServer(), users: 0 }
  const running = shared.saphenaMongo
  running.users += 1
  project.provide('mongo', { url: (await running.server).url })
  return async () => {
    running.users -= 1
    if (running.users > 0) return
    delete shared.saphenaMongo
    await (await running.server).stop()
  }
}
