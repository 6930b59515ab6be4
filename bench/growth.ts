import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchDatabase } from './databases'
import { finished, mebibytesOf, runEntry } from './load'

/** How a server behaves on a database of so many published articles in two languages. */
export interface Grown {
  database: string
  articles: number
  /** Seconds until it is ready, and from then until its first answer. */
  start: number
  first: number
  /** MiB after these requests. */
  memory: number
  /** Milliseconds of an answer that is not in memory, the median; by what was asked. */
  times: Record<string, number>
}

/** The first ones run through code that is not compiled yet, and are not counted. */
const warmUp = 60
const counted = 21
const asked = warmUp + counted

/** Fills the database step by step; after each a server is started on it and asked. */
export async function grow(database: BenchDatabase, sizes: number[], told: (grown: Grown) => void): Promise<Grown[]> {
  const all: { slug: string }[] = []
  const results: Grown[] = []
  for (const size of sizes) {
    const list = join(database.folder, 'more.json')
    const more = [String(size - all.length), list, String(all.length), 'es']
    await finished(runEntry('bench/fillArticles.ts', more, database.environment))
    all.push(...(JSON.parse(readFileSync(list, 'utf8')) as { slug: string }[]))
    const grown = await measure(database, all)
    told(grown)
    results.push(grown)
  }
  return results
}

async function measure(database: BenchDatabase, all: { slug: string }[]): Promise<Grown> {
  const began = performance.now()
  const server = await database.start()
  try {
    const ready = performance.now()
    const get = async (path: string): Promise<void> => {
      const response = await fetch(server.origin + path)
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
    }
    await get(`/v1/articles/${all[0]?.slug}`)
    const first = performance.now()
    const spread = (number: number) => Math.floor((number * (all.length - 1)) / asked)
    const paths: Record<string, (number: number) => string> = {
      article: (number) => `/v1/articles/${all[spread(number) + 1]?.slug}?locale=es`,
      list: (number) => `/api/articles?limit=10&page=${Math.floor(spread(number) / 10) + 1}`,
      search: (number) => `/v1/search?q=article+number+${spread(number)}`,
      sync: (number) => `/v1/sync?limit=${20 + number}`,
    }
    const times: Record<string, number> = {}
    for (const [what, pathOf] of Object.entries(paths)) {
      const took: number[] = []
      for (let number = 0; number < asked; number++) {
        const sent = performance.now()
        await get(pathOf(number))
        if (number >= warmUp) took.push(performance.now() - sent)
      }
      times[what] = took.toSorted((a, b) => a - b)[counted >> 1] ?? 0
    }
    return {
      database: database.name,
      articles: all.length,
      start: (ready - began) / 1000,
      first: (first - ready) / 1000,
      memory: mebibytesOf(server.pid),
      times,
    }
  } finally {
    await server.stop()
  }
}
