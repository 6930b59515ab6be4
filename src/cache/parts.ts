import type { Freshness } from './freshness'
import { KeyedStore } from './keyedStore'
import { collectReads, noteKeys } from './reads'

/** JSON as it stands in an answer, and what it was made of. */
interface Part {
  text: string
  keys: readonly string[]
}

/**
 * What answers are put together from: documents as strangers read them, and what is worked out of them. One change makes a list, a page
 * or a GraphQL answer new, and all other documents in it are as they were; they are not read again. The log purges parts as it
 * purges answers, and before them.
 */
export class Parts {
  readonly #store: KeyedStore<Part>
  readonly #freshness: Freshness | undefined

  /** @param options.bytes how much is kept; 0 keeps nothing */
  constructor({ bytes, freshness }: { bytes: number; freshness?: Freshness }) {
    this.#freshness = freshness
    this.#store = new KeyedStore({ bytes, sizeOf: ({ text, keys }) => text.length * 2 + keys.length * 80 + 200 })
  }

  /** The part of this name, in JSON; what it was made of is noted for whatever is being built. */
  get(name: string): string | undefined {
    const part = this.#store.get(name)
    if (!part || this.#freshness?.standing === 'lost') return undefined
    noteKeys(part.keys)
    return part.text
  }

  get now(): number {
    return this.#store.now
  }

  /** @param began what {@link now} was before the part was read */
  set(name: string, text: string, keys: ReadonlySet<string>, began: number): void {
    if (keys.size > 0) this.#store.set(name, { text, keys: [...keys] }, [...keys], began)
  }

  /** The part of this name, made where there is none. Undefined is not kept. */
  async read<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
    const kept = this.get(name)
    if (kept !== undefined) return JSON.parse(kept) as Value
    const began = this.now
    const keys = new Set<string>()
    const made = await collectReads(keys, make)
    noteKeys(keys)
    if (made !== undefined) this.set(name, JSON.stringify(made), keys, began)
    return made
  }

  purge(keys: Iterable<string>): void {
    this.#store.purge(keys)
  }

  pending(keys: Iterable<string>): void {
    this.#store.pending(keys)
  }

  settle(keys: Iterable<string>): void {
    this.#store.settle(keys)
  }

  get size(): { bytes: number; entries: number } {
    return this.#store.size
  }
}

const opened = new WeakMap<object, Parts>()
const none = new Parts({ bytes: 0 })

/** The parts of what this database holds; `server.ts` opens them together with the log that purges them. */
export const partsOf = (payload: object): Parts => opened.get(payload) ?? none

export function openParts(payload: object, parts: Parts): Parts {
  opened.set(payload, parts)
  return parts
}
