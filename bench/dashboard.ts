import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished, runEntry, startEntry } from './load'

const articles = Number(process.env.ARTICLES ?? 5_000)
const opened = 30
const target = 500
const resultsFile = 'bench/results/desk-dashboard.json'
const administrator = { email: 'bench@example.org', password: 'only-for-this-bench' }

/** How long the admin's first page takes to come whole, with 5,000 articles, on SQLite; asked for one after the other. */
export async function benchDashboard(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-dashboard-'))
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: '',
    SERVER_URL: '',
    GRAPHQL_OPERATIONS: '',
    HOST: '127.0.0.1',
    PORT: '0',
    NODE_ENV: 'production',
    SEED: 'false',
    LOG_LEVEL: 'error',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    REFERENCES_CHECK: 'false',
  }
  try {
    // the first start makes the administrator
    await (await startEntry('src/cli/start.ts', [], environment)).stop()
    await finished(runEntry('bench/fillDesk.ts', [String(articles)], environment))
    const server = await startEntry('src/cli/start.ts', [], environment)
    try {
      report(await open(server.origin))
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(origin: string): Promise<{ first: number; times: number[] }> {
  const login = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  })
  const { token } = (await login.json()) as { token?: string }
  if (!token) throw new Error(`The login answers ${login.status}`)
  const once = async (): Promise<number> => {
    const began = performance.now()
    const answer = await fetch(`${origin}/admin`, { headers: { cookie: `payload-token=${token}` } })
    const page = await answer.text()
    const took = performance.now() - began
    if (answer.status !== 200 || !page.includes('figure-overdue'))
      throw new Error(`The first page answers ${answer.status}, without its figures`)
    return took
  }
  const first = await once()
  for (let number = 0; number < 5; number++) await once()
  const times: number[] = []
  for (let number = 0; number < opened; number++) times.push(await once())
  return { first, times: times.toSorted((a, b) => a - b) }
}

function report({ first, times }: { first: number; times: number[] }): void {
  const share = (part: number) =>
    Number((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1))
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    articles,
    opened,
    unit: 'ms',
    target,
    first: Number(first.toFixed(1)),
    median: share(0.5),
    p95: share(0.95),
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(resultsFile, `${JSON.stringify(result, null, 2)}\n`)
  console.log(`The first page of the admin, ${articles} articles, opened ${opened} times after the first`)
  console.log(
    `  median ${result.median} ms, p95 ${result.p95} ms, the very first ${result.first} ms (target: < ${target} ms)`,
  )
}
