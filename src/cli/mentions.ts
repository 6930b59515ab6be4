import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { findMentions, LINK_THRESHOLD } from '../linking/findMentions'
import { type CompiledVocabulary, compileVocabulary, type Vocabulary } from '../linking/vocabulary'

const usage = 'Usage: npm run --silent mentions -- --vocabulary FILE [--locale es] [--suggestions] < passages.jsonl'

/**
 * Reads `{id, text, locale?}` a line and writes `{id, mentions}` a line, in order, as it comes: what links by itself, and what
 * is negated. With `--suggestions` also what an editor would have to confirm.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { vocabulary: { type: 'string' }, locale: { type: 'string' }, suggestions: { type: 'boolean' } },
  })
  if (!values.vocabulary) throw new Error(usage)
  const vocabulary = readVocabulary(values.vocabulary)
  const compiled = new Map<string, CompiledVocabulary>()
  const vocabularyIn = (locale: string) => {
    let known = compiled.get(locale)
    if (!known) {
      known = compileVocabulary(vocabulary, locale)
      compiled.set(locale, known)
    }
    return known
  }

  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const { id, text, locale } = readPassage(line, number)
    const found = findMentions(text, vocabularyIn(locale ?? values.locale ?? 'en'))
    const mentions = values.suggestions ? found : found.filter(({ confidence }) => confidence >= LINK_THRESHOLD)
    if (!process.stdout.write(`${JSON.stringify({ id, mentions })}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}

function readVocabulary(file: string): Vocabulary {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
  const { symptoms, remedies } = (value ?? {}) as Partial<Vocabulary>
  for (const entry of [symptoms, remedies].flat())
    if (typeof entry?.name !== 'string' || typeof entry.slug !== 'string')
      throw new Error(`${file}: it needs lists of symptoms and remedies, each with a name and a slug`)
  return { symptoms: symptoms ?? [], remedies: remedies ?? [] }
}

function readPassage(line: string, number: number): { id: string | number; text: string; locale?: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Error(`line ${number} is no valid JSON`)
  }
  const { id, text, locale } = (value ?? {}) as Record<string, unknown>
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string')
    throw new Error(`line ${number} needs an id and a text`)
  return { id, text, ...(typeof locale === 'string' ? { locale } : {}) }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
