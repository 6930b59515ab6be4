import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Vocabulary } from '../src/linking/vocabulary'
import { readCorpus } from './corpus'

const articles = 1_000
const wordsEach = 1_200
const entries = 500

/** `npm run import` of 1,000 articles of 1,200 words against 500 entries, on a new SQLite file: its time and its largest memory. */
export async function benchImporting(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-import-'))
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'warn' }
  try {
    const { vocabulary, texts } = readCorpus()
    const words = texts.join('\n\n').split(' ')
    writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify(someOf(vocabulary)))
    const lines = Array.from({ length: articles }, (_, number) => {
      const at = (number * 7_919) % words.length
      const body = [...words.slice(at, at + wordsEach), ...words.slice(0, Math.max(0, at + wordsEach - words.length))]
      return JSON.stringify({ id: `article-${number}`, title: `Article ${number}`, body: body.join(' ') })
    })
    writeFileSync(join(folder, 'articles.jsonl'), lines.join('\n'))
    await run('bench/fillVocabulary.ts', [join(folder, 'vocabulary.json')], env)
    const first = await run('src/cli/import.ts', [join(folder, 'articles.jsonl'), '--publish'], env)
    const second = await run('src/cli/import.ts', [join(folder, 'articles.jsonl'), '--publish'], env)
    console.log(`${articles} articles of ${wordsEach} words, ${entries} entries, on SQLite`)
    console.log(`  first import: ${(first.took / 1000).toFixed(1)} s, ${first.mebibytes} MiB at most`)
    console.log(`  the same again: ${(second.took / 1000).toFixed(1)} s`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function someOf({ symptoms, remedies }: Vocabulary): Vocabulary {
  const some = remedies.slice(0, 80)
  return { symptoms: symptoms.slice(0, entries - some.length), remedies: some }
}

async function run(
  entry: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ took: number; mebibytes: number }> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--conditions=production', 'src/run.mjs', entry, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let largest = 0
  const watch = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    largest = Math.max(largest, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }, 200)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`${entry} ended with ${code}`)
  return { took: performance.now() - start, mebibytes: Math.round(largest) }
}
