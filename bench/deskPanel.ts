import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Vocabulary } from '../src/linking/vocabulary'
import { fromPlainText } from '../src/richtext/fromPlainText'
import { readPassages, readVocabulary } from '../test/linking/readPassages'
import { cpuOf, finished, runEntry, type Started, startEntry } from './load'

const resultsFile = 'bench/results/desk-panel.json'
const administrator = { email: 'bench@example.org', password: 'only-for-this-bench' }
const terms = 1_000
const words = 1_500
const pauses = 200
const drafts = 20
/** The panel waits so long after a key before it asks, in milliseconds. */
const pauseLength = 300
/** Of 95 answers in 100, in milliseconds. */
const target = 100

/** How soon the links panel is answered after each pause in typing, over HTTP, by a running server on SQLite. */
export async function benchDeskPanel(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-desk-panel-'))
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: '',
    PORT: '0',
    SEED: 'false',
    LOG_LEVEL: 'warn',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  }
  try {
    await finished(runEntry('src/cli/start.ts', ['--build-only'], environment))
    const file = join(folder, 'vocabulary.json')
    writeFileSync(file, JSON.stringify(vocabularyOf(terms)))
    await finished(runEntry('bench/fillVocabulary.ts', [file], environment))
    const server = await startEntry('src/cli/start.ts', [], environment)
    try {
      await measure(server)
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure({ origin, pid }: Started): Promise<void> {
  const send = async (path: string, body: object, token = '') => {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
    return answer
  }
  const { token } = await send('/api/users/login', administrator)
  for (let number = 0; number < drafts; number++)
    await send('/api/symptoms?draft=true', { name: `Unpublished sign ${number}`, _status: 'draft' }, token)

  const lines = article()
  const times: number[] = []
  let mentions = 0
  let cpu = 0
  for (let pause = 0; pause < pauses; pause++) {
    // another word here or there, as one writes
    const at = (pause * 7) % lines.length
    lines[at] = `${lines[at]} ${['then', 'leg', 'cramps', 'rest'][pause % 4]}`
    const { body } = fromPlainText(lines.join('\n\n'))
    await wait(pauseLength)
    const before = cpuOf(pid)
    const started = performance.now()
    const answer = await send('/api/linking/preview', { body, locale: 'en' }, token)
    times.push(performance.now() - started)
    cpu += cpuOf(pid) - before
    mentions = answer.mentions.length
  }
  times.sort((a, b) => a - b)
  const quantile = (share: number) => Number((times[Math.ceil(times.length * share) - 1] as number).toFixed(1))
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    words,
    terms,
    pauses,
    mentions,
    unit: 'ms',
    median: quantile(0.5),
    p95: quantile(0.95),
    longest: quantile(1),
    /** Of the server's processor, an answer: what is more was spent waiting for a busy machine. */
    cpu: Number((cpu / pauses).toFixed(1)),
    target,
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(resultsFile, `${JSON.stringify(result, null, 2)}\n`)
  console.log(
    `${words} words, ${terms} terms, ${mentions} mentions, ${pauses} pauses: median ${result.median} ms, p95 ${result.p95} ms (at most ${target}), longest ${result.longest} ms, ${result.cpu} ms of processor each`,
  )
}

/** So many names and synonyms: our own vocabulary, then entries made of its words. */
function vocabularyOf(size: number): Vocabulary {
  const { symptoms, remedies } = readVocabulary('en')
  const made: Vocabulary = { symptoms: [], remedies: [] }
  let left = size
  for (const [kind, entries] of [
    ['symptoms', symptoms],
    ['remedies', remedies],
  ] as const)
    for (const entry of entries) {
      const count = 1 + (entry.synonyms?.length ?? 0)
      if (count > left) continue
      made[kind].push(entry)
      left -= count
    }
  const known = symptoms.flatMap(({ name }) => name.split(' '))
  for (let number = 0; number < left; number++) {
    const pick = (step: number) => known[(number * step + 3) % known.length]
    made.symptoms.push({ slug: `made-${number}`, name: `${pick(7)} ${pick(13)} ${number}`, synonyms: [] })
  }
  return made
}

/** An article of that many words, a passage a line. */
function article(): string[] {
  const lines: string[] = []
  let count = 0
  for (;;)
    for (const { text } of readPassages('en')) {
      const line = text.split(/\s+/).slice(0, words - count)
      lines.push(line.join(' '))
      count += line.length
      if (count >= words) return lines
    }
}
