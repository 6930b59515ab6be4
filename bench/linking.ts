import { findMentions } from '../src/linking/findMentions'
import { type CompiledVocabulary, compileVocabulary, type Vocabulary } from '../src/linking/vocabulary'
import { readCorpus } from './corpus'
import { scoreAll } from './scores'

const mebi = 1e6

/** Speed of the mention engine: MB/s, compile time, and how both grow with text and vocabulary. */
export function benchLinking(): void {
  scoreAll(false)
  const { vocabulary, text, name } = inputs()
  const terms = termsOf(vocabulary)
  console.log(`\n${name}: ${terms} terms, ${(Buffer.byteLength(text) / mebi).toFixed(1)} MB`)
  const compiled = compileVocabulary(vocabulary, 'en')
  const documents = chunks(text, 9000)
  tellSpeed(vocabulary, compiled, documents)
  console.log('\ntext as one document')
  tellLongTexts(compiled, text.slice(0, 100_000))
  console.log('vocabulary')
  tellVocabularies(vocabulary, documents.slice(0, 200))
  console.log('hostile texts of 1 MB')
  tellHostileTexts(compiled)
}

function tellSpeed(vocabulary: Vocabulary, compiled: CompiledVocabulary, documents: readonly string[]): void {
  const compileTimes = Array.from({ length: 7 }, () => timed(() => compileVocabulary(vocabulary, 'en')))
  console.log(`compile: ${median(compileTimes).toFixed(1)} ms`)
  const megabytes = Buffer.byteLength(documents.join('')) / mebi
  const speed = (took: number) => (megabytes / (took / 1000)).toFixed(1)
  let found = 0
  const pass = () => {
    found = 0
    for (const document of documents) found += findMentions(document, compiled).length
  }
  const cold = timed(pass)
  const times = Array.from({ length: 7 }, () => timed(pass))
  console.log(
    `first pass ${speed(cold)} MB/s, warm ${speed(median(times))} MB/s (best ${speed(Math.min(...times))}), ${found} mentions in ${documents.length} documents`,
  )
}

function tellLongTexts(compiled: CompiledVocabulary, unit: string): void {
  for (const times of [1, 4, 16, 64]) {
    const long = unit.repeat(times)
    findMentions(long, compiled)
    const took = median(Array.from({ length: 3 }, () => timed(() => findMentions(long, compiled))))
    console.log(`  ×${times}: ${took.toFixed(1)} ms, ${(long.length / mebi / (took / 1000)).toFixed(1)} MB/s`)
  }
}

function tellVocabularies(vocabulary: Vocabulary, documents: readonly string[]): void {
  const length = documents.reduce((sum, document) => sum + document.length, 0)
  for (const size of [100, 1_000, 10_000]) {
    const grown = ofSize(vocabulary, size)
    const own = compileVocabulary(grown, 'en')
    const run = () => {
      for (const document of documents) findMentions(document, own)
    }
    run()
    const took = median(Array.from({ length: 5 }, () => timed(run)))
    const compile = median(Array.from({ length: 3 }, () => timed(() => compileVocabulary(grown, 'en'))))
    console.log(
      `  ${size} entries: ${(length / mebi / (took / 1000)).toFixed(1)} MB/s, compiled in ${compile.toFixed(1)} ms`,
    )
  }
}

function tellHostileTexts(compiled: CompiledVocabulary): void {
  const hostile: Record<string, string> = {
    'no space': 'a'.repeat(1_000_000),
    'no space, a term': 'pain'.repeat(250_000),
    negations: 'no '.repeat(333_333),
    'negated mentions': 'no pain or '.repeat(90_000),
    'zero width': `p${'\u200b'.repeat(999_998)}n`,
    'combining marks': `e${'\u0301'.repeat(999_999)}`,
    brackets: '('.repeat(1_000_000),
    'different words': Array.from({ length: 120_000 }, (_, index) => `w${index.toString(36)}x`).join(' '),
  }
  for (const [kind, long] of Object.entries(hostile)) {
    const took = timed(() => findMentions(long, compiled))
    console.log(`  ${kind}: ${took.toFixed(0)} ms`)
  }
}

function inputs(): { vocabulary: Vocabulary; text: string; name: string } {
  const { vocabulary, texts, isReal } = readCorpus()
  return {
    vocabulary,
    text: texts.join('\n\n').repeat(isReal ? 3 : 100),
    name: isReal ? 'real articles' : 'own passages',
  }
}

const termsOf = ({ symptoms, remedies }: Vocabulary): number =>
  [...symptoms, ...remedies].reduce((sum, { synonyms }) => sum + 1 + (synonyms?.length ?? 0), 0)

/** A vocabulary of so many entries: the real ones, then made ones of the same words. */
function ofSize(vocabulary: Vocabulary, size: number): Vocabulary {
  const { symptoms, remedies } = vocabulary
  const words = [...symptoms, ...remedies].flatMap(({ name }) => name.split(' '))
  const made = [...symptoms]
  for (let number = 0; made.length + remedies.length < size; number++) {
    const pick = (step: number) => words[(number * step + (number >> 3)) % words.length]
    made.push({ slug: `made-${number}`, name: `${pick(7)} ${pick(13)} ${pick(29)}`, synonyms: [] })
  }
  return { symptoms: made.slice(0, Math.max(0, size - remedies.length)), remedies }
}

function chunks(text: string, size: number): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size))
  return parts
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number
