import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { administrator, type BenchDatabase } from './databases'
import { finished, mebibytesOf, runEntry, type Started } from './load'

/** How much is asked at once, and for how long. */
export interface LoadSize {
  seconds: number
  readers: number
  editors: number
  /** Articles that readers read. */
  articles: number
  imported: number
}

/** What came of it: what must be none, and what has a target. */
export interface LoadResult {
  database: string
  size: LoadSize
  reads: number
  readsFailed: number
  readP99: number
  saves: number
  savesFailed: number
  saveP99: number
  imported: number
  importFailed: number
  memory: number
  /** How much more in the last quarter of the time than in the one before. */
  grown: number
  /** What was acknowledged and is not found. */
  lost: string[]
}

/** A reader asks five times a second: he has something to read in between. */
const readsASecond = 5
/** The admin saves so long after the last key, in milliseconds. */
const pauseMs = 800
/** Of so many saves one publishes. */
const publishEvery = 5

interface Article {
  id: string
  slug: string
}

/** Editors save, one import runs and many read, all at once; then everything that was acknowledged is looked for. */
export async function putUnderLoad(database: BenchDatabase, size: LoadSize): Promise<LoadResult> {
  const list = join(database.folder, 'articles.json')
  await finished(runEntry('bench/fillArticles.ts', [String(size.articles), list], database.environment))
  const all = JSON.parse(readFileSync(list, 'utf8')) as Article[]
  const server = await database.start()
  try {
    const editors = await hireEditors(server, size.editors)
    for (const { slug } of all) await (await fetch(`${server.origin}/v1/articles/${slug}`)).arrayBuffer()

    const until = performance.now() + size.seconds * 1000
    const memory = watchMemory(server)
    const importing = importArticles(database, size.imported)
    const reading = readArticles(server, list, size)
    const saving = Promise.all(editors.map((editor) => editor.work(until)))
    const [reads] = await Promise.all([reading, saving])
    const { used, grown } = memory.stop()
    const { done, failed } = await importing

    const saves = editors.flatMap(({ times }) => times)
    return {
      database: database.name,
      size,
      reads: reads.times.length,
      readsFailed: reads.failed,
      readP99: share(reads.times, 0.99),
      saves: saves.length,
      savesFailed: editors.reduce((sum, editor) => sum + editor.refused.length, 0),
      saveP99: share(saves, 0.99),
      imported: done,
      importFailed: failed,
      memory: used,
      grown,
      lost: [...(await findLost(server, editors)), ...(await findNotImported(server, editors, size.imported))],
    }
  } finally {
    await server.stop()
  }
}

interface Editor {
  token: string
  /** Milliseconds of each save. */
  times: number[]
  refused: string[]
  article: Article
  /** The last of his words that a save acknowledged, and all of those that a publication did. */
  saved: string
  published: string[]
  work: (until: number) => Promise<void>
}

async function hireEditors({ origin }: Started, count: number): Promise<Editor[]> {
  const boss = await logIn(origin, administrator)
  const free = await send(origin, 'POST', '/api/globals/organisation', { preflight: { blocking: [] } }, boss)
  if (free.status !== 200) throw new Error(`The settings answer ${free.status}`)
  const editors: Editor[] = []
  for (let number = 0; number < count; number++) {
    const person = { email: `editor-${number}@example.org`, password: `only-for-this-bench-${number}` }
    const made = await send(
      origin,
      'POST',
      '/api/users',
      { ...person, name: `Editor ${number}`, role: 'reviewer' },
      boss,
    )
    if (made.status !== 201) throw new Error(`An editor cannot be made: ${made.status}`)
    editors.push(await putToWork(origin, await logIn(origin, person), number))
  }
  return editors
}

async function putToWork(origin: string, token: string, number: number): Promise<Editor> {
  const seekCare = { urgency: 'self-care' }
  const text = (words: string) => [
    { type: 'text', text: words, format: 0, detail: 0, mode: 'normal', style: '', version: 1 },
  ]
  const element = { format: '', indent: 0, version: 1, direction: null }
  const body = (words: string) => ({
    root: {
      type: 'root',
      ...element,
      children: [{ type: 'paragraph', textFormat: 0, ...element, children: text(words) }],
    },
  })
  const first = { title: `Written by ${number}`, summary: 'Words 0.', body: body('Rest, and drink enough.'), seekCare }
  const made = await send(origin, 'POST', '/api/articles?depth=0', { ...first, _status: 'published' }, token)
  if (made.status !== 201) throw new Error(`An article cannot be made: ${made.status}`)
  let { updatedAt } = made.body.doc
  const editor: Editor = {
    token,
    times: [],
    refused: [],
    article: { id: made.body.doc.id, slug: made.body.doc.slug },
    saved: first.summary,
    published: [first.summary],
    async work(until) {
      await wait((pauseMs / 16) * (number % 16)) // people are not in step
      for (let words = 1; performance.now() < until; words++) {
        const publishes = words % publishEvery === 0
        const summary = `Words ${words}.`
        const query = publishes ? 'depth=0' : 'depth=0&draft=true&autosave=true'
        const data = { summary, body: body(`Rest, and drink ${words} glasses.`), updatedAt }
        const began = performance.now()
        const answer = await send(
          origin,
          'PATCH',
          `/api/articles/${editor.article.id}?${query}`,
          { ...data, _status: publishes ? 'published' : 'draft' },
          token,
        ).catch((error: Error) => ({ status: 0, body: { doc: undefined, error: error.message } as never }))
        editor.times.push(performance.now() - began)
        if (answer.status === 200) {
          updatedAt = answer.body.doc.updatedAt
          editor.saved = summary
          if (publishes) editor.published.push(summary)
        } else editor.refused.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`)
        await wait(pauseMs)
      }
    },
  }
  return editor
}

async function readArticles(
  { origin }: Started,
  list: string,
  { readers, seconds }: LoadSize,
): Promise<{ times: number[]; failed: number }> {
  const child = runEntry('bench/readers.ts', [origin, list, ...[readers, readsASecond, seconds].map(String)], {})
  const [printed] = await Promise.all([text(child.stdout as Readable), once(child, 'close')])
  return JSON.parse(printed)
}

/** `npm run import` beside the server, on its database. */
async function importArticles(database: BenchDatabase, count: number): Promise<{ done: number; failed: number }> {
  const file = join(database.folder, 'import.jsonl')
  const lines = Array.from({ length: count }, (_, number) =>
    JSON.stringify({
      id: `imported-${number}`,
      title: `Imported ${number}`,
      body: `Walk a little. ${'Then rest. '.repeat(80)}`,
    }),
  )
  writeFileSync(file, lines.join('\n'))
  const child = runEntry('src/cli/import.ts', [file, '--publish'], database.environment)
  let done = 0
  child.stdout?.setEncoding('utf8').on('data', (printed: string) => {
    done += printed.match(/^created /gm)?.length ?? 0
  })
  await once(child, 'close')
  return { done, failed: count - done }
}

function watchMemory({ pid }: Started): { stop: () => { used: number; grown: number } } {
  const samples: number[] = []
  const timer = setInterval(() => samples.push(mebibytesOf(pid)), 500)
  return {
    stop() {
      clearInterval(timer)
      const quarter = Math.max(1, Math.floor(samples.length / 4))
      const middle = (values: number[]) => share(values, 0.5)
      const last = middle(samples.slice(-quarter))
      return { used: last, grown: last - middle(samples.slice(-2 * quarter, -quarter)) }
    },
  }
}

/** What readers and editors get now, beside what was acknowledged. */
async function findLost({ origin }: Started, editors: Editor[]): Promise<string[]> {
  const lost: string[] = []
  for (const { article, published, refused, saved, token } of editors) {
    const draft = await send(origin, 'GET', `/api/articles/${article.id}?draft=true&depth=0`, undefined, token)
    const { summary } = await (await fetch(`${origin}/v1/articles/${article.slug}`)).json()
    const versions = await send(
      origin,
      'GET',
      `/api/articles/versions?where[parent][equals]=${article.id}&where[version._status][equals]=published&limit=1000&depth=0`,
      undefined,
      token,
    )
    const kept = new Set(versions.body.docs?.map(({ version }) => version.summary))
    if (draft.body.summary !== saved) lost.push(`${article.slug}: saved ${saved}, found ${draft.body.summary}`)
    if (summary !== published.at(-1)) lost.push(`${article.slug}: published ${published.at(-1)}, found ${summary}`)
    // Older ones may have made room for new versions.
    for (const words of published.slice(-40))
      if (!kept.has(words)) lost.push(`${article.slug}: ${words} has no version`)
    for (const each of refused) lost.push(`${article.slug}: ${each}`)
  }
  return lost
}

async function findNotImported({ origin }: Started, [editor]: Editor[], count: number): Promise<string[]> {
  const { body } = await send(
    origin,
    'GET',
    '/api/articles/count?draft=true&where[title][like]=Imported',
    undefined,
    editor?.token,
  )
  const found = (body as unknown as { totalDocs: number }).totalDocs
  return found === count ? [] : [`${count} were imported, found ${found}`]
}

type Answer = {
  status: number
  body: {
    doc: { id: string; slug: string; updatedAt: string }
    docs?: { version: { summary: string } }[]
    summary?: string
    token?: string
  }
}

async function send(
  origin: string,
  method: string,
  path: string,
  data: object | undefined,
  token = '',
): Promise<Answer> {
  const response = await fetch(origin + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
    ...(data ? { body: JSON.stringify(data) } : {}),
  })
  return { status: response.status, body: await response.json() }
}

async function logIn(origin: string, person: object): Promise<string> {
  const { body, status } = await send(origin, 'POST', '/api/users/login', person)
  if (!body.token) throw new Error(`The login answers ${status}`)
  return body.token
}

const share = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
