import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { readCorpus } from './corpus'
import { paragraphs } from './paragraphs'

const articles = Number(process.env.ARTICLES ?? 20_000)
const touched = 200
/** A word that no text has: put into some of them, and then given to a symptom as a synonym. */
const newWord = 'quassiness'

/** One new synonym among 20,000 articles on SQLite: how long until those that hold it are found, and until 200 are linked. */
export async function benchRelinking(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-relink-'))
  // The settings are read when the first module of the service is.
  Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'warn' })
  const { withPayload } = await import('../src/cli/openPayload')
  try {
    await withPayload(async (payload) => {
      const symptom = await fillVocabulary(payload)
      await fillArticles(payload)
      const { articlesToRelink, relinkArticles } = await import('../src/editorial/relink')
      await payload.update({
        collection: 'symptoms',
        id: symptom,
        data: { synonyms: [newWord], _status: 'published' },
        context: { withoutRelinking: true },
        overrideAccess: true,
      })
      const changes = [{ locale: 'en', terms: [newWord] }]
      const found = await timed(() => articlesToRelink(payload, changes))
      const linked = await timed(() => relinkArticles(payload, changes))
      const { totalDocs } = await payload.count({
        collection: 'articles',
        where: { symptoms: { equals: symptom } },
        overrideAccess: true,
      })
      console.log(`${articles} articles on SQLite, one new synonym, ${totalDocs} articles linked by it`)
      console.log(`  ${found.result.length} candidates found in ${found.took.toFixed(0)} ms`)
      console.log(`  found and linked (${linked.result} rows) in ${(linked.took / 1000).toFixed(2)} s`)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns the id of the symptom that gets the synonym */
async function fillVocabulary(payload: BasePayload): Promise<string> {
  const { symptoms } = readCorpus().vocabulary
  const ids: string[] = []
  for (const { name, synonyms } of symptoms.slice(0, 500)) {
    const { id } = await payload.create({
      collection: 'symptoms',
      data: { name, synonyms: synonyms ?? [], _status: 'published' },
      context: { withoutRelinking: true },
      overrideAccess: true,
    })
    ids.push(id)
  }
  return ids[0] as string
}

/** As much as preflight asks for before a publication. */
const inOrder = { seekCare: { urgency: 'emergency' }, _status: 'published' } as const

async function fillArticles(payload: BasePayload): Promise<void> {
  const words = readCorpus().texts.join(' ').split(/\s+/)
  const every = Math.floor(articles / touched)
  const started = Date.now()
  for (let number = 0; number < articles; number++) {
    const at = (number * 7_919) % (words.length - 400)
    const text = `${number % every === 0 ? `Some have ${newWord}. ` : ''}${words.slice(at, at + 400).join(' ')}`
    await payload.create({
      collection: 'articles',
      data: { title: `Article ${number}`, body: paragraphs(text), ...inOrder },
      depth: 0,
      select: { slug: true },
      overrideAccess: true,
    })
  }
  console.log(`  (filled in ${Math.round((Date.now() - started) / 1000)} s)`)
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; took: number }> {
  const start = performance.now()
  const result = await work()
  return { result, took: performance.now() - start }
}
