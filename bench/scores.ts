import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { predict } from '../test/linking/predict'
import { type Locale, readPassages, readVocabulary } from '../test/linking/readPassages'
import { type Counts, scorePassages } from '../test/linking/scorePassages'

/** Labelled passages that are no part of the project: given ones beside it, or another folder. */
const given = process.env.LINKING_PASSAGES ?? '../shared/linking'

/** How well the engine agrees with the labelled passages, the project's own and the given ones where they are. */
export function scoreAll(verbose: boolean): void {
  for (const locale of ['en', 'es'] as const) {
    const score = scorePassages(readPassages(locale), predict(locale, readVocabulary(locale), readPassages(locale)))
    const { spans, links, negated, traps } = score
    console.log(
      `own passages (${locale}, ${score.passages}): ${line({ spans, links, negated })}, traps ${traps.fellInto} of ${traps.of}`,
    )
    if (verbose) for (const error of score.errors) console.log(`  ${error}`)
    scoreGiven(locale, verbose)
  }
}

const line = (counts: Record<string, Counts>): string =>
  Object.entries(counts)
    .map(
      ([name, { f1, right, wrong, missed }]) =>
        `${name} F1 ${f1.toFixed(3)} (${right} right, ${wrong} wrong, ${missed} missed)`,
    )
    .join(', ')

function scoreGiven(locale: Locale, verbose: boolean): void {
  const gold = join(given, `passages.${locale}.jsonl`)
  const scorer = join(given, 'score.mjs')
  const vocabularyFile = join(given, locale === 'en' ? 'vocabulary.json' : `vocabulary.${locale}.json`)
  if (![gold, scorer, vocabularyFile].every((file) => existsSync(file))) {
    console.log(`given passages (${locale}): skipped, ${given} is not there`)
    return
  }
  const passages = readFileSync(gold, 'utf8')
    .split('\n')
    .filter((each) => each.trim())
    .map((each) => JSON.parse(each) as { id: string; text: string })
  const folder = mkdtempSync(join(tmpdir(), 'saphena-scores-'))
  try {
    const predictions = join(folder, 'predictions.jsonl')
    const found = predict(locale, JSON.parse(readFileSync(vocabularyFile, 'utf8')), passages)
    writeFileSync(predictions, found.map((each) => JSON.stringify(each)).join('\n'))
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [scorer, predictions, '--gold', gold, ...(verbose ? ['--verbose'] : [])],
      {
        encoding: 'utf8',
      },
    )
    console.log(`given passages (${locale}):\n${stdout}${stderr}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
