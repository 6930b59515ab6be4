import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Asked,
  type Check,
  finished,
  load,
  mebibytesOf,
  type Round,
  runEntry,
  type Started,
  startEntry,
} from './load'

const articles = Number(process.env.ARTICLES ?? 1_000)
const seconds = Number(process.env.SECONDS ?? 5)
const rounds = 3
/** Without the cache an answer costs twice as much while V8 is at compiling what it runs through, which takes this long. */
const warmUpSeconds = 15
const publishesASecond = 5
const resultsFile = 'bench/results/delivery.json'
const administrator = { email: 'bench@example.org', password: 'only-for-this-bench' }

interface Article {
  id: string
  slug: string
}

interface Case {
  what: string
  target: number
  status?: number
  requests: (all: readonly Article[], origin: string) => Asked[] | Promise<Asked[]>
  publishing?: true
}

const articleQuery =
  'query ($slug: String!) { articleBySlug(slug: $slug) { id slug title summary html symptoms { slug name } remedies { slug name } } }'
const listQuery =
  'query ($page: Int) { Articles(limit: 20, page: $page) { docs { id slug title summary symptoms { slug name } } } }'

const get = (path: string, headers: Record<string, string> = {}): Asked => ({ method: 'GET', path, headers })
const post = (body: object): Asked => ({
  method: 'POST',
  path: '/api/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const byV1 = (slug: string): Asked => ({ ...get(`/v1/articles/${slug}`), slug })
const byRest = (slug: string): Asked => ({ ...get(`/api/articles?where[slug][equals]=${slug}&depth=1`), slug })
const byGraphql = (slug: string): Asked => ({
  ...get(`/api/graphql?${new URLSearchParams({ query: articleQuery, variables: JSON.stringify({ slug }) })}`),
  slug,
})
const byPost = (slug: string): Asked => ({ ...post({ query: articleQuery, variables: { slug } }), slug })
const each =
  (...roads: ((slug: string) => Asked)[]) =>
  (all: readonly Article[]): Asked[] =>
    all.map(({ slug }, index) => (roads[index % roads.length] as (slug: string) => Asked)(slug))
const v1 = each(byV1)
const pages = (all: readonly Article[], size: number): number[] =>
  Array.from({ length: Math.max(1, Math.floor(all.length / size)) }, (_, number) => number + 1)

/** Answers a second beside a bare server's. */
const rateCases: Record<string, Case> = {
  article: { what: '/v1/articles/{slug}', target: 0.8, requests: v1 },
  rest: {
    what: 'REST by slug, depth 1',
    target: 0.8,
    requests: each(byRest),
  },
  notModified: { what: '/v1/articles/{slug}, 304', target: 0.8, status: 304, requests: withTags },
  graphqlGet: {
    what: 'GraphQL GET by slug',
    target: 0.75,
    requests: each(byGraphql),
  },
  graphqlPost: {
    what: 'GraphQL POST by slug',
    target: 0.55,
    requests: each(byPost),
  },
  publishing: {
    what: `/v1, REST, GraphQL GET and POST, ${publishesASecond} publishes a second`,
    target: 0.5,
    requests: each(byV1, byRest, byGraphql, byPost),
    publishing: true,
  },
}

/** Milliseconds of processor an answer without the cache. */
const cpuCases: Record<string, Case> = {
  cpuArticle: { what: '/v1/articles/{slug}, no cache', target: 1.3, requests: v1 },
  cpuRest: {
    what: 'REST list of 10, depth 1, no cache',
    target: 2.4,
    requests: (all) => pages(all, 10).map((page) => get(`/api/articles?limit=10&depth=1&page=${page}`)),
  },
  cpuGraphql: {
    what: 'GraphQL list of 20 with symptoms, no cache',
    target: 2.7,
    requests: (all) => pages(all, 20).map((page) => post({ query: listQuery, variables: { page } })),
  },
}

const startTarget = 3
const memoryTarget = 450
const caseNames = [...Object.keys(rateCases), ...Object.keys(cpuCases), 'start', 'memory']

interface Row {
  case: string
  what: string
  unit: '1/s' | 'ms CPU' | 's' | 'MiB'
  saphena: number
  bare?: number
  ratio?: number
  target?: number
  /** Bare processor time an answer by ours: what the ratio were if nothing but the server were slow. */
  cpuRatio?: number
  /** How much of one core each server had; far below 1, the one who asks is what was slow. */
  busy?: number
  bareBusy?: number
}

/**
 * What a reader is given and how fast, beside a bare `node:http` server that sends the same bytes; both are asked in turns.
 *
 * @param args names of cases, none for all; after `--url`, addresses of other servers to be asked in the same run
 */
export async function benchDelivery(args: string[]): Promise<void> {
  const at = args.indexOf('--url')
  const foreign = at < 0 ? [] : args.slice(at + 1)
  const named = at < 0 ? args : args.slice(0, at)
  for (const name of named)
    if (!caseNames.includes(name)) throw new Error(`There is no case ${name}; there are ${caseNames.join(', ')}`)
  const asked = new Set(named.length ? named : caseNames)
  const folder = mkdtempSync(join(tmpdir(), 'saphena-delivery-'))
  const rows: Row[] = []
  const add = (...more: Row[]) => {
    for (const row of more) console.log(line(row))
    rows.push(...more)
  }
  try {
    const all = await fill(folder)
    console.log(header)
    await measureCached(folder, all, asked, foreign, add)
    const uncached = Object.entries(cpuCases).filter(([name]) => asked.has(name))
    if (uncached.length) {
      const server = await startServer(folder, { CACHE_BYTES: '0' })
      try {
        for (const [name, each] of uncached) add(...(await measureCpu(name, each, server, all, folder)))
      } finally {
        await server.stop()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  mkdirSync('bench/results', { recursive: true })
  const run = { at: new Date().toISOString(), node: process.version, cores: availableParallelism(), articles, seconds }
  writeFileSync(resultsFile, `${JSON.stringify({ ...run, rows: rows.map(rounded) }, null, 2)}\n`)
}

async function fill(folder: string): Promise<Article[]> {
  const began = performance.now()
  // The admin is built where its sources changed, which is no part of a start.
  await finished(runEntry('src/cli/start.ts', ['--build-only'], environment(folder)))
  const list = join(folder, 'articles.json')
  await finished(runEntry('bench/fillArticles.ts', [String(articles), list], environment(folder)))
  console.log(`${articles} articles, made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return JSON.parse(readFileSync(list, 'utf8')) as Article[]
}

const environment = (folder: string): Record<string, string> => ({
  DATA_DIR: folder,
  DATABASE_URL: '',
  SERVER_URL: '',
  GRAPHQL_OPERATIONS: '',
  CACHE_BYTES: '',
  // one machine asks for all readers
  READS_A_MINUTE: '0',
  HOST: '127.0.0.1',
  PORT: '0',
  SEED: 'false',
  LOG_LEVEL: 'warn',
  NODE_ENV: 'production',
  ADMIN_EMAIL: administrator.email,
  ADMIN_PASSWORD: administrator.password,
})

const startServer = (folder: string, more: Record<string, string> = {}): Promise<Started> =>
  startEntry('src/cli/start.ts', [], { ...environment(folder), ...more })

async function measureCached(
  folder: string,
  all: Article[],
  asked: ReadonlySet<string>,
  foreign: string[],
  add: (...rows: Row[]) => void,
): Promise<void> {
  const cases = Object.entries(rateCases).filter(
    ([name]) => asked.has(name) || (name === 'article' && asked.has('memory')),
  )
  if (asked.has('start')) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await timeStart(folder, all))
    add({ case: 'start', what: 'first answer after start', unit: 's', saphena: median(times), target: startTarget })
  }
  if (!cases.length && !foreign.length) return
  const server = await startServer(folder)
  try {
    for (const [name, each] of cases) add(...(await measureRate(name, each, server, all, folder)))
    if (asked.has('memory')) {
      const saphena = mebibytesOf(server.pid)
      add({ case: 'memory', what: 'resident memory after the load', unit: 'MiB', saphena, target: memoryTarget })
    }
    for (const url of foreign) add(await measureForeign(url, folder))
  } finally {
    await server.stop()
  }
}

async function timeStart(folder: string, all: Article[]): Promise<number> {
  const began = performance.now()
  const server = await startServer(folder)
  try {
    const { status } = await fetch(`${server.origin}/v1/articles/${all[0]?.slug}`)
    if (status !== 200) throw new Error(`The first answer is ${status}`)
    return (performance.now() - began) / 1000
  } finally {
    await server.stop()
  }
}

async function measureRate(
  name: string,
  { what, target, status, requests, publishing }: Case,
  server: Started,
  all: Article[],
  folder: string,
): Promise<Row[]> {
  const asked = await requests(all, server.origin)
  const bare = await startBare(server.origin, asked, folder)
  const publisher = publishing ? await createPublisher(server.origin, all) : undefined
  const rows: Row[] = []
  try {
    for (const [kind, some] of [
      ['rotating', asked],
      ['one', asked.slice(0, 1)],
    ] as const) {
      const own: Round[] = []
      const others: Round[] = []
      for (let round = 0; round < rounds; round++) {
        publisher?.start()
        own.push(await load(server.origin, some, { seconds, status, pid: server.pid, check: publisher?.check }))
        await publisher?.stop()
        // The one who asks has as much to do.
        const check: Check | undefined = publisher ? publisher.read : undefined
        others.push(await load(bare.origin, some, { seconds, status, pid: bare.pid, check }))
      }
      rows.push(compare(name, `${what}, ${kind}`, own, others, target))
    }
  } finally {
    await bare.stop()
  }
  if (publisher) console.log(`  ${publisher.report()}`)
  return rows
}

async function measureCpu(
  name: string,
  { what, target, requests }: Case,
  server: Started,
  all: Article[],
  folder: string,
): Promise<Row[]> {
  const asked = await requests(all, server.origin)
  const bare = await startBare(server.origin, asked, folder)
  const rows: Row[] = []
  try {
    await load(server.origin, asked, { seconds: warmUpSeconds })
    for (const [kind, some] of [
      ['rotating', asked],
      ['one', asked.slice(0, 1)],
    ] as const) {
      const own: number[] = []
      const others: number[] = []
      for (let round = 0; round < rounds; round++) {
        own.push((await load(server.origin, some, { seconds, pid: server.pid })).cpu)
        others.push((await load(bare.origin, some, { seconds: Math.min(seconds, 2), pid: bare.pid })).cpu)
      }
      const [saphena, its] = [median(own), median(others)]
      rows.push({
        case: name,
        what: `${what}, ${kind}`,
        unit: 'ms CPU',
        saphena,
        bare: its,
        ratio: its / saphena,
        target,
      })
    }
  } finally {
    await bare.stop()
  }
  return rows
}

async function measureForeign(url: string, folder: string): Promise<Row> {
  const { origin, pathname, search } = new URL(url)
  const asked = [get(pathname + search)]
  const bare = await startBare(origin, asked, folder)
  try {
    const own: Round[] = []
    const others: Round[] = []
    for (let round = 0; round < rounds; round++) {
      own.push(await load(origin, asked, { seconds }))
      others.push(await load(bare.origin, asked, { seconds, pid: bare.pid }))
    }
    const { cpuRatio: _none, busy: _unknown, ...row } = compare('url', url, own, others)
    return row
  } finally {
    await bare.stop()
  }
}

function startBare(origin: string, asked: Asked[], folder: string): Promise<Started> {
  const file = join(folder, 'asked.json')
  writeFileSync(file, JSON.stringify({ origin, asked }))
  return startEntry('bench/bareServer.ts', [file], {})
}

async function withTags(all: readonly Article[], origin: string): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const { path } of v1(all)) {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
    await answer.arrayBuffer()
    asked.push(get(path, { 'if-none-match': answer.headers.get('etag') ?? '' }))
  }
  return asked
}

/** Publishes on and on, and knows which version of an article each answer has to have at least. */
async function createPublisher(origin: string, all: readonly Article[]) {
  const login = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  })
  const { token } = (await login.json()) as { token?: string }
  if (!token) throw new Error(`The login answers ${login.status}`)
  // What is measured is publishing; these articles of made-up words pass no preflight.
  const rules = await fetch(`${origin}/api/globals/organisation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
    body: JSON.stringify({ preflight: { blocking: [] } }),
  })
  if (rules.status !== 200) throw new Error(`The settings answer ${rules.status}`)

  /** For each article, what was acknowledged when, in the order of the acknowledgements of all. */
  const acknowledged = new Map<string, { at: number; version: number }[]>()
  const sentAt = new Map<number, number>()
  const running = new Set<Promise<void>>()
  let clock = 0
  let startedAt = 0
  let started = 0
  let checked = 0
  let newer = 0
  let timer: NodeJS.Timeout | undefined
  let fault: Error | undefined

  const publish = async (version: number) => {
    const { id, slug } = all[(version * 7_919) % all.length] as Article
    const { status } = await fetch(`${origin}/api/articles/${id}?depth=0`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
      body: JSON.stringify({ summary: `Version ${version}.`, _status: 'published' }),
    })
    if (status !== 200) throw new Error(`A publish of ${slug} answers ${status}`)
    acknowledged.set(slug, [...(acknowledged.get(slug) ?? []), { at: ++clock, version }])
  }
  const versionOf = (body: string): number => Number(/"summary":"Version (\d+)\."/.exec(body)?.[1] ?? Number.NaN)

  return {
    start() {
      sentAt.clear()
      startedAt = clock
      timer = setInterval(() => {
        const one = publish(++started)
          .catch((error: Error) => {
            fault ??= error
          })
          .finally(() => running.delete(one))
        running.add(one)
      }, 1000 / publishesASecond)
    },
    async stop() {
      clearInterval(timer)
      await Promise.all(running)
      if (fault) throw fault
    },
    /** A connection asks again as soon as it has an answer, so what was acknowledged by then the next answer must show. */
    check({ asked: { path, slug = '' }, status, body, connection }: Parameters<Check>[0]) {
      const since = sentAt.get(connection) ?? startedAt
      sentAt.set(connection, clock)
      const version = versionOf(body)
      const least = acknowledged.get(slug)?.findLast(({ at }) => at <= since)?.version ?? 0
      if (status !== 200 || !(version >= least))
        fault ??= new Error(`${path} answers ${status} with version ${version}, after ${least} was acknowledged`)
      checked++
      if (version > 0) newer++
    },
    read({ body }: Parameters<Check>[0]) {
      versionOf(body)
    },
    report: () =>
      `${started} publishes, ${checked} answers checked, ${newer} of them of published versions, none too old`,
  }
}

function compare(name: string, what: string, own: Round[], others: Round[], target?: number): Row {
  const of = (list: Round[], field: keyof Round) => median(list.map((round) => round[field]))
  const [saphena, bare] = [of(own, 'rate'), of(others, 'rate')]
  return {
    case: name,
    what,
    unit: '1/s',
    saphena,
    bare,
    ratio: saphena / bare,
    target,
    cpuRatio: of(others, 'cpu') / of(own, 'cpu'),
    busy: of(own, 'busy'),
    bareBusy: of(others, 'busy'),
  }
}

const columns = [58, 8, 10, 10, 7, 7, 10, 12]
const toLine = (cells: string[]): string =>
  cells
    .map((cell, number) => (number ? cell.padStart(columns[number] ?? 0) : cell.padEnd(columns[0] as number)))
    .join('')
const header = toLine(['case', 'unit', 'Saphena', 'bare', 'ratio', 'target', 'CPU ratio', 'cores'])

function line({ what, unit, saphena, bare, ratio, target, cpuRatio, busy, bareBusy }: Row): string {
  const figure = (value: number | undefined) => value?.toFixed(unit === '1/s' || unit === 'MiB' ? 0 : 2) ?? ''
  const cores = bareBusy === undefined ? '' : `${busy?.toFixed(2) ?? '?'}/${bareBusy.toFixed(2)}`
  const goal = target === undefined ? '' : `${unit === '1/s' ? '≥' : '<'} ${target}`
  const shares = [ratio?.toFixed(2) ?? '', goal, cpuRatio?.toFixed(2) ?? '', cores]
  return toLine([what, unit, figure(saphena), figure(bare), ...shares])
}

const rounded = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ]),
  ) as unknown as Row

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number
