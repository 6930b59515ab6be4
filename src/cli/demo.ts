import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Articles that the demonstration imports: the one that FIXTURE names, the one beside the project, or the project's own. */
const files = [process.env.FIXTURE, '../shared/fixtures/leg-cramps-and-vein-health.txt', 'starter/sample-article.txt']
const expected = {
  symptoms: ['leg-cramps', 'varicose-veins', 'swelling', 'aching', 'burning', 'skin-discoloration'],
  remedies: ['walking', 'stretching', 'leg-elevation', 'hydration', 'compression-stockings'],
}

const query = `query Article($slug: String!) {
  Articles(where: { slug: { equals: $slug } }) {
    docs { title slug symptoms { name slug } remedies { name slug } }
  }
}`

type Child = ChildProcessByStdio<null, Readable, null>
interface Linked {
  title: string
  slug: string
  symptoms: { name: string; slug: string }[]
  remedies: { name: string; slug: string }[]
}

/**
 * `npm run demo`: the real server in a temporary data folder and on a free port; an article's file goes in, and the published
 * article with its links comes out over REST and GraphQL. Ends with 1 where one of the links is missing.
 */
const file = files.find((each) => each && existsSync(each))
if (!file) throw new Error('There is no article to import')
const dataDir = mkdtempSync(join(tmpdir(), 'saphena-demo-'))
const env = {
  ...process.env,
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  PORT: '0',
  HOST: '127.0.0.1',
  SERVER_URL: '',
  SEED: 'true',
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: 'demo@example.org',
  ADMIN_PASSWORD: randomBytes(12).toString('base64url'),
}
const server = run('start', [])
try {
  const base = await ready(server)
  await blockNothing(base)
  console.log(`\nImporting ${file}`)
  const importing = run('import', [file, '--publish'])
  importing.stdout.pipe(process.stdout)
  const [code] = await once(importing, 'close')
  if (code !== 0) throw new Error('The file could not be imported')

  const [newest] = (await ask(`${base}/api/articles?sort=-createdAt&limit=1&depth=0`)).docs
  const address = `${base}/api/articles?where[slug][equals]=${newest.slug}&depth=1`
  const [rest] = (await ask(address)).docs as Linked[]
  console.log(`\nGET ${address}`)
  show(rest)
  const answer = await ask(`${base}/api/graphql`, { query, variables: { slug: newest.slug } })
  const [graphql] = answer.data.Articles.docs as Linked[]
  console.log(`\nPOST ${base}/api/graphql\n${query}`)
  show(graphql)

  const missing = [...missingFrom('REST', rest), ...missingFrom('GraphQL', graphql)]
  console.log(missing.length ? `\nMissing: ${missing.join(', ')}` : '\nEvery expected symptom and remedy is linked.')
  process.exitCode = missing.length ? 1 : 0
} finally {
  server.kill('SIGTERM')
  if (server.exitCode === null) await once(server, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}

function run(command: 'start' | 'import', args: string[]): Child {
  const parameters = ['--conditions=production', 'src/run.mjs', `src/cli/${command}.ts`, ...args]
  return spawn(process.execPath, parameters, { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** @returns the address that the server says */
function ready(child: Child): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text)
      printed += text
      const address = /^ {2}Health {4}(http\S+)\/healthz$/m.exec(printed)?.[1]
      if (address) resolve(address)
    })
  })
}

/**
 * A plain text often lacks what preflight asks for before readers see it, and nobody is here to add it. In the organisation of this
 * demonstration, which ends with it, nothing blocks.
 */
async function blockNothing(base: string): Promise<void> {
  const login = { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD }
  const { token } = await ask(`${base}/api/users/login`, login)
  await ask(`${base}/api/globals/organisation`, { preflight: { blocking: [] } }, token)
}

async function ask(url: string, body?: unknown, token?: string) {
  const response = await fetch(url, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
  })
  const answer = await response.json()
  if (!response.ok || answer.errors)
    throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer.errors)}`)
  return answer
}

function show(article: Linked | undefined): void {
  console.log(`  ${article?.title} (${article?.slug})`)
  console.log(`  Symptoms: ${article?.symptoms.map(({ name }) => name).join(', ')}`)
  console.log(`  Remedies: ${article?.remedies.map(({ name }) => name).join(', ')}`)
}

function missingFrom(way: string, article: Linked | undefined): string[] {
  return (['symptoms', 'remedies'] as const).flatMap((field) => {
    const found = new Set(article?.[field].map(({ slug }) => slug))
    return expected[field].filter((slug) => !found.has(slug)).map((slug) => `${slug} (${way})`)
  })
}
