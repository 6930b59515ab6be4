import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BasePayload, CollectionBeforeChangeHook } from 'payload'
import { paragraphs } from './paragraphs'

const saves = Number(process.env.SAVES ?? 100)
const words = 1_500
const terms = 1_000
/** So many milliseconds more may a save take. */
const target = 25
const resultsFile = 'bench/results/desk-save.json'

/** What a save costs with linking, grading and preflight, and what it costs without, of one long article on SQLite, in turn. */
export async function benchDeskSave(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-save-'))
  // The settings are read when the first module of the service is.
  Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'warn' })
  const { withPayload } = await import('../src/cli/openPayload')
  try {
    await withPayload(async (payload) => {
      const names = await fillVocabulary(payload)
      const results = {
        date: new Date().toISOString().slice(0, 10),
        words,
        terms,
        saves,
        target,
        publish: await compare(payload, names, 'published'),
        draft: await compare(payload, names, 'draft'),
      }
      mkdirSync('bench/results', { recursive: true })
      writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
      console.log(`${words} words, ${terms} terms, ${saves} saves each way, on SQLite; written to ${resultsFile}`)
      for (const status of ['publish', 'draft'] as const) {
        const { with: all, without, added, processor } = results[status]
        console.log(
          `  ${status}: ${all.median} ms with, ${without.median} ms without: ${added} ms more, target ${target} (p95 ${all.p95} and ${without.p95} ms)`,
        )
        console.log(
          `    of the processor: ${processor.with.median} and ${processor.without.median} ms, ${processor.added} ms more`,
        )
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillVocabulary(payload: BasePayload): Promise<string[]> {
  const names: string[] = []
  for (let number = 0; number < terms / 4; number++) {
    const name = `${syllables(number)} pain`
    const collection = number % 2 ? 'symptoms' : 'remedies'
    const synonyms = ['ache', 'sore', 'spasm'].map((kind) => `${syllables(number)} ${kind}`)
    await payload.create({
      collection,
      data: {
        name,
        synonyms,
        ...(number % 2 ? { redFlags: ['It is sudden.'] } : { cautions: 'Stop if it hurts.' }),
        _status: 'published',
      } as never,
      context: { withoutRelinking: true },
      overrideAccess: true,
    })
    names.push(name)
  }
  return names
}

const syllables = (number: number): string =>
  [...String(number)]
    .map((digit) => ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'][Number(digit)])
    .join('')

async function compare(payload: BasePayload, names: readonly string[], status: 'published' | 'draft') {
  const data = {
    title: `A long article, ${status}`,
    summary: 'Of many pains.',
    seekCare: { urgency: 'urgent' },
    _status: status,
    body: body(names, 0),
  }
  const { id } = await payload.create({ collection: 'articles', data: data as never, overrideAccess: true })
  const { config } = payload.collections.articles
  const all = config.hooks.beforeChange ?? []
  const { deriveFromBody } = await import('../src/editorial/deriveFromBody')
  const { guardReadiness } = await import('../src/editorial/preflight/guardReadiness')
  const ours: CollectionBeforeChangeHook[] = [deriveFromBody, guardReadiness.beforeChange]
  const without = all.filter((hook) => !ours.includes(hook))
  if (without.length !== all.length - ours.length)
    throw new Error('The hooks that are measured are not where they were')

  const times: Record<'with' | 'without', number[]> = { with: [], without: [] }
  const processor: Record<'with' | 'without', number[]> = { with: [], without: [] }
  for (let turn = 0; turn < saves + 5; turn++) {
    for (const way of ['with', 'without'] as const) {
      config.hooks.beforeChange = way === 'with' ? all : without
      const change = { body: body(names, turn), _status: status }
      const start = performance.now()
      const used = process.cpuUsage()
      await payload.update({
        collection: 'articles',
        id,
        data: change as never,
        draft: status === 'draft',
        depth: 0,
        overrideAccess: true,
      })
      if (turn < 5) continue // the first ones warm up
      times[way].push(performance.now() - start)
      const { user, system } = process.cpuUsage(used)
      processor[way].push((user + system) / 1000)
    }
  }
  config.hooks.beforeChange = all
  const compared = (of: Record<'with' | 'without', number[]>) => {
    const [own, bare] = [summaryOf(of.with), summaryOf(of.without)]
    return { with: own, without: bare, added: rounded(own.median - bare.median) }
  }
  // What the processor did says the same where other work makes everything wait.
  return { ...compared(times), processor: compared(processor) }
}

/** Another text each time, with an entry of the vocabulary in every fifth sentence. */
function body(names: readonly string[], turn: number) {
  const sentences = Array.from({ length: words / 10 }, (_, number) => {
    const named = number % 5 === 0 ? names[(number * 7 + turn) % names.length] : 'it'
    return `Some people say that ${named} is worse at night ${number}.`
  })
  const texts = Array.from({ length: 15 }, (_, number) => sentences.slice(number * 10, number * 10 + 10).join(' '))
  return paragraphs(...texts)
}

function summaryOf(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { median: at(0.5), p95: at(0.95) }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10
