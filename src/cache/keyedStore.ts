import { LRUCache } from 'lru-cache'
import { Purges } from './purges'

interface Held<Value> {
  value: Value
  keys: readonly string[]
}

/**
 * Keeps values under names, each with the surrogate keys of what it was made of, until one of its keys is purged or there is no more
 * room. What was begun before a purge of one of its keys is not kept.
 */
export class KeyedStore<Value> {
  readonly #holders = new Map<string, Set<string>>()
  readonly #purges = new Purges()
  readonly #kept: LRUCache<string, Held<Value>>

  constructor({ bytes, sizeOf }: { bytes: number; sizeOf: (value: Value) => number }) {
    this.#kept = new LRUCache({
      maxSize: Math.max(bytes, 1),
      sizeCalculation: ({ value }, name) => sizeOf(value) + name.length * 2,
      dispose: ({ keys }, name) => {
        for (const key of keys) {
          const names = this.#holders.get(key)
          names?.delete(name)
          if (names?.size === 0) this.#holders.delete(key)
        }
      },
    })
  }

  get(name: string): Value | undefined {
    return this.#kept.get(name)?.value
  }

  /** To be asked for before that is read which `set` is given. */
  get now(): number {
    return this.#purges.now
  }

  set(name: string, value: Value, keys: readonly string[], began: number): void {
    if (!this.#purges.allow(keys, began)) return
    const held = { value, keys }
    this.#kept.set(name, held)
    if (this.#kept.peek(name) !== held) return // too large
    for (const key of keys) this.#holders.set(key, (this.#holders.get(key) ?? new Set()).add(name))
  }

  /** Forgets every value that holds one of these keys, and those that are being made of them. */
  purge(keys: Iterable<string>): void {
    const list = [...keys]
    this.#purges.note(list)
    for (const key of list) for (const name of [...(this.#holders.get(key) ?? [])]) this.#kept.delete(name)
  }

  /** An open transaction changes these: what holds them is forgotten, and not kept again until as many calls of `settle`. */
  pending(keys: Iterable<string>): void {
    const list = [...keys]
    this.#purges.open(list)
    this.purge(list)
  }

  settle(keys: Iterable<string>): void {
    this.#purges.settle(keys)
  }

  get isAnyPending(): boolean {
    return this.#purges.isAnyPending
  }

  get size(): { bytes: number; entries: number } {
    return { bytes: this.#kept.calculatedSize, entries: this.#kept.size }
  }
}
