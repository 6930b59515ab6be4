import type { BasePayload } from 'payload'

const counted = ['find', 'findOne', 'queryDrafts', 'findVersions', 'count', 'countVersions', 'findDistinct'] as const

export interface Counted {
  total: number
  /** By operation and collection. */
  each: Record<string, number>
}

/** How often the database adapter is asked while something is done. */
export async function countQueries({ db }: BasePayload, work: () => Promise<unknown>): Promise<Counted> {
  const each: Record<string, number> = {}
  const adapter = db as unknown as Record<string, (args: { collection?: string }) => unknown>
  const originals = counted.map((name) => [name, adapter[name]] as const)
  for (const [name, original] of originals) {
    if (!original) continue
    adapter[name] = function (this: unknown, args) {
      const key = `${name} ${args.collection}`
      each[key] = (each[key] ?? 0) + 1
      return original.call(this, args)
    }
  }
  try {
    await work()
  } finally {
    for (const [name, original] of originals) if (original) adapter[name] = original
  }
  return { total: Object.values(each).reduce((sum, count) => sum + count, 0), each }
}
