import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type DatabaseName, makeDatabase, missingDatabase } from './databases'
import { type Grown, grow } from './growth'
import { finished, runEntry } from './load'
import { type Measured, writePerformance } from './performancePage'
import { type LoadResult, type LoadSize, putUnderLoad } from './underLoad'

const resultsFile = 'bench/results/load.json'
const short: LoadSize = { seconds: 20, readers: 200, editors: 16, articles: 50, imported: 60 }
const long: LoadSize = { seconds: 120, readers: 200, editors: 16, articles: 1_000, imported: 1_000 }
const steps = [1_000, 2_000, 5_000, 10_000, 20_000]

/** How each result is called, what it is, and what it should be at most. */
export const loadTargets = [
  { field: 'readP99', what: 'reads from memory, p99', unit: 'ms', most: 50 },
  { field: 'saveP99', what: 'saves, p99', unit: 'ms', most: 1_000 },
  { field: 'grown', what: 'memory, more in the last quarter than in the one before', unit: 'MiB', most: 20 },
] as const

/**
 * Sixteen editors, an import and 200 readers at once, on each database; then how a database of two languages behaves as it grows.
 * The short form shows that nothing fails and nothing is lost; the long one (`--long`) has the times, and writes docs/performance.md:
 * what it does not measure this time stays there as it was.
 *
 * @param args `--long`, `--only traffic|growth`, `--database sqlite|mongodb`, `--seconds N`, `--imported N`, `--articles N` (the most to
 *   grow to)
 */
export async function benchLoad(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      long: { type: 'boolean', default: false },
      only: { type: 'string' },
      database: { type: 'string' },
      seconds: { type: 'string' },
      imported: { type: 'string' },
      articles: { type: 'string' },
    },
  })
  const only = oneOf(values.only, ['traffic', 'growth'], '--only')
  const chosen = oneOf(values.database, ['sqlite', 'mongodb'], '--database') as DatabaseName | undefined
  const databases = (chosen ? [chosen] : (['sqlite', 'mongodb'] as const)).filter((name) => {
    const missing = missingDatabase(name)
    if (missing) console.log(`  ${name} is left out: ${missing}`)
    return !missing
  })
  const usual = values.long ? long : short
  const size: LoadSize = {
    ...usual,
    seconds: Number(values.seconds ?? usual.seconds),
    imported: Number(values.imported ?? usual.imported),
  }
  const most = Number(values.articles ?? (values.long ? 20_000 : 0))
  // The admin is built where its sources changed, which is no part of a start.
  await finished(runEntry('src/cli/start.ts', ['--build-only'], {}))

  const traffic: LoadResult[] = []
  if (only !== 'growth') for (const name of databases) traffic.push(await measureTraffic(name, size))
  const growth: Grown[] = []
  if (only !== 'traffic' && most > 0)
    for (const name of databases) growth.push(...(await measureGrowth(name, sizesUpTo(most))))

  if (!values.long) return
  const known = existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Measured) : undefined
  const measured: Measured = {
    at: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    traffic: keepOthers(known?.traffic, traffic),
    growth: keepOthers(known?.growth, growth),
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(resultsFile, `${JSON.stringify(measured, null, 2)}\n`)
  writePerformance(measured)
}

/** What is known of a database that was not measured this time stays. */
function keepOthers<Result extends { database: string }>(known: Result[] = [], now: Result[]): Result[] {
  const measured = new Set(now.map(({ database }) => database))
  return [...known.filter(({ database }) => !measured.has(database)), ...now]
}

async function measureTraffic(name: DatabaseName, size: LoadSize): Promise<LoadResult> {
  const database = await makeDatabase(name)
  try {
    const result = await putUnderLoad(database, size)
    console.log(
      `${name}: ${size.editors} editors, ${size.readers} readers, ${size.imported} imported, ${size.seconds} s`,
    )
    console.log(
      `  ${result.reads} reads (${result.readsFailed} failed), ${result.saves} saves (${result.savesFailed} failed)`,
    )
    console.log(`  ${result.imported} imported (${result.importFailed} failed), ${Math.round(result.memory)} MiB`)
    for (const { field, most, unit, what } of loadTargets)
      console.log(`  ${what}: ${result[field].toFixed(0)} ${unit} (target: ≤ ${most})`)
    const { importFailed, lost, readsFailed, savesFailed } = result
    for (const each of lost.slice(0, 20)) console.log(`  lost: ${each}`)
    if (readsFailed + savesFailed + importFailed + lost.length > 0) process.exitCode = 1
    return result
  } finally {
    await database.remove()
  }
}

async function measureGrowth(name: DatabaseName, sizes: number[]): Promise<Grown[]> {
  const database = await makeDatabase(name)
  try {
    return await grow(database, sizes, (grown) => {
      const { articles, first, memory, start, times } = grown
      const told = Object.entries(times).map(([what, ms]) => `${what} ${ms.toFixed(0)} ms`)
      console.log(
        `${name}, ${articles} articles: start ${start.toFixed(1)} s, first answer ${first.toFixed(2)} s, ${memory.toFixed(0)} MiB, ${told.join(', ')}`,
      )
    })
  } finally {
    await database.remove()
  }
}

/** The steps up to the most, and that itself. */
const sizesUpTo = (most: number): number[] => [...steps.filter((step) => step < most), most]

function oneOf(given: string | undefined, known: string[], name: string): string | undefined {
  if (given !== undefined && !known.includes(given)) throw new Error(`${name} is one of ${known.join(', ')}`)
  return given
}
