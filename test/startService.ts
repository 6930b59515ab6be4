import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { describe, expect, inject, it } from 'vitest'
import type { FindingCode } from '../src/editorial/preflight/findingCodes'
import { availableDatabases } from './databases'
import { hashOnce } from './hashOnce'
import type { Json } from './json'

export type Name = 'admin' | 'reviewer' | 'editor' | 'api' | 'stranger'

export interface Answer {
  status: number
  body: Json
  headers: Headers
}

export interface Service {
  url: string
  /** The ids of those who ask. */
  people: Record<Exclude<Name, 'stranger'>, string>
  payload: import('payload').BasePayload
  /** A request as somebody: JSON in (or a form), JSON out. */
  ask: (who: Name, method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  graphql: (who: Name, query: string, variables?: Record<string, unknown>) => Promise<Answer>
  /** Runs what waits in the job queue. */
  runJobs: () => Promise<void>
  close: () => Promise<void>
}

export const password = 'a-long-enough-password'

/**
 * Tests of the service on the database that this run is for: `vitest.config.ts` runs each of these files once for each kind, since
 * a process has one configuration. Where the kind is missing, one skipped test says why; with CI=true it fails instead.
 */
export function describeService(title: string, suite: () => void): void {
  const kind = process.env.TEST_DATABASE ?? 'sqlite'
  const mongo = inject('mongo')
  if (kind === 'mongodb' && 'missing' in mongo) {
    it.skipIf(process.env.CI !== 'true')(`${title}, on mongodb: not run, ${mongo.missing}`, () =>
      expect.fail(mongo.missing),
    )
    return
  }
  describe(`${title}, on ${kind}`, suite)
}

/**
 * The real service on a free port, without the admin's pages, on a new database of the kind that this run tests.
 *
 * @param blocking which of preflight's findings block publication. @default none, so that a test's articles have what it is about;
 *   `default` leaves the organisation as a new one is
 * @param reach another way to the new database than its own address
 */
export async function startService({
  blocking = [] as FindingCode[] | 'default',
  reach = async (url: string): Promise<string> => url,
} = {}): Promise<Service> {
  const kind = process.env.TEST_DATABASE ?? 'sqlite'
  const database = (await availableDatabases()).find(({ name }) => name === kind)
  if (!database) throw new Error(`No ${kind} here: the run should not have come this far`)
  const created = await database.create()
  Object.assign(process.env, {
    DATABASE_URL: await reach(created.url),
    DATA_DIR: created.dataDir,
    LOG_LEVEL: process.env.TEST_LOG ?? 'error',
    PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    NODE_ENV: 'test',
  })
  // The settings are read when these are loaded, so not before they are set.
  const { getPayload } = await import('payload')
  const { default: config } = await import('../src/payload.config')
  const { migrateDatabase } = await import('../src/database/migrate')
  const { closeDatabase } = await import('../src/database/health')
  const { createApp } = await import('../src/http/createApp')
  const { createGraphql } = await import('../src/graphql/createGraphql')
  const { servePreview } = await import('../src/delivery/preview/servePreview')
  const { serveV1 } = await import('../src/delivery/serveV1')

  const payload = await getPayload({ config })
  await migrateDatabase(payload)
  const { openParts, Parts } = await import('../src/cache/parts')
  const { purgeByLog } = await import('../src/cache/followLog')
  const { followLog } = await import('../src/publishing/followLog')
  const { onAppend } = await import('../src/publishing/publishLog')
  const purging = await purgeByLog([openParts(payload, new Parts({ bytes: 20_000_000 }))], {
    onAppend: (listener) => onAppend(payload, listener),
    follow: (listener) => followLog(payload, listener),
  })
  if (blocking !== 'default')
    await payload.updateGlobal({ slug: 'organisation', data: { preflight: { blocking } }, overrideAccess: true })
  const logger = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const graphqlServer = createGraphql({ payload, logger, introspection: false, production: false })
  const server = createServer(
    createApp({
      payload,
      logger,
      serverUrl: undefined,
      graphql: graphqlServer,
      v1: serveV1(payload, {}),
      preview: servePreview(payload),
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const tokens = new Map<Name, string>()
  const people: Service['people'] = { admin: '', reviewer: '', editor: '', api: '' }
  await hashOnce(async () => {
    for (const role of ['admin', 'reviewer', 'editor', 'api'] as const) {
      const email = `${role}@example.org`
      const { id } = await payload.create({
        collection: 'users',
        data: { email, password, name: `The ${role}`, role },
        overrideAccess: true,
      })
      const { token } = await payload.login({ collection: 'users', data: { email, password } })
      if (token) tokens.set(role, token)
      people[role] = id
    }
  })

  const ask: Service['ask'] = async (who, method, path, body, headers = {}) => {
    const token = tokens.get(who)
    const form = body instanceof FormData || body instanceof URLSearchParams
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      redirect: 'manual',
    })
    const text = await response.text()
    return { status: response.status, body: asJson(text), headers: response.headers }
  }
  return {
    url,
    people,
    payload,
    ask,
    graphql: (who, query, variables) => ask(who, 'POST', '/api/graphql', { query, variables }),
    runJobs: async () => {
      await payload.jobs.run({ limit: 50, overrideAccess: true })
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await purging.stop()
      await closeDatabase(payload)
      await created.remove()
    },
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A Lexical body of plain paragraphs. */
export const paragraphs = (...texts: string[]) => ({
  root: {
    type: 'root',
    direction: null,
    format: '' as const,
    indent: 0,
    version: 1,
    children: texts.map((text) => ({
      type: 'paragraph',
      direction: null,
      format: '' as const,
      indent: 0,
      version: 1,
      textFormat: 0,
      textStyle: '',
      children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
})
