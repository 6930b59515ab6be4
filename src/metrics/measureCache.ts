import { Counter, Gauge, type Registry } from 'prom-client'
import type { Parts } from '../cache/parts'
import type { CacheMetrics } from '../cache/responseCache'

/** What the response cache and its parts count by themselves, in plain numbers; they are only read here. @returns reads them */
export function measureCache(register: Registry, cache: () => CacheMetrics, parts: () => Parts['size']): () => void {
  const registers = [register]
  const answers = new Counter({
    name: 'saphena_cache_answers_total',
    help: 'Cacheable requests: given from memory (hit, stale), made (miss), or refused as too old while the database is away',
    labelNames: ['result'],
    registers,
  })
  const bytes = new Gauge({
    name: 'saphena_cache_bytes',
    help: 'Memory that kept answers, and the parts that answers are put together from, may take at most',
    labelNames: ['of'],
    registers,
  })
  const entries = new Gauge({
    name: 'saphena_cache_entries',
    help: 'How many answers and parts are kept',
    labelNames: ['of'],
    registers,
  })
  return () => {
    const { hits, stale, misses, refused, ...answersKept } = cache()
    answers.reset()
    answers.inc({ result: 'hit' }, hits - stale)
    answers.inc({ result: 'stale' }, stale)
    answers.inc({ result: 'miss' }, misses)
    answers.inc({ result: 'refused' }, refused)
    for (const [of, size] of [
      ['answers', answersKept],
      ['parts', parts()],
    ] as const) {
      bytes.set({ of }, size.bytes)
      entries.set({ of }, size.entries)
    }
  }
}
