interface Counted {
  count: number
  began: number
}

/** So many accounts are remembered, known ones and made-up ones; beyond, the oldest is forgotten. */
const mostAccounts = 10_000

/** How often somebody at one address tried one account, for a while after the first time. */
export class Tries {
  readonly #most: number
  readonly #windowMs: number
  readonly #accounts = new Map<string, Map<string, Counted>>()

  constructor({ most, windowMs }: { most: number; windowMs: number }) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Counts one more. @returns whether it is still one that is allowed */
  take(account: string, asker: string, now = Date.now()): boolean {
    const askers = this.#askersOf(account)
    const known = askers.get(asker)
    const counted = known && now - known.began < this.#windowMs ? known : { count: 0, began: now }
    counted.count++
    askers.set(asker, counted)
    if (askers.size > mostAccounts) askers.delete(askers.keys().next().value as string)
    return counted.count <= this.#most
  }

  /** After a success, or of an account from wherever it was tried. */
  forget(account: string, asker?: string): void {
    if (asker === undefined) this.#accounts.delete(account)
    else this.#accounts.get(account)?.delete(asker)
  }

  #askersOf(account: string): Map<string, Counted> {
    const askers = this.#accounts.get(account) ?? new Map<string, Counted>()
    this.#accounts.delete(account)
    this.#accounts.set(account, askers)
    if (this.#accounts.size > mostAccounts) this.#accounts.delete(this.#accounts.keys().next().value as string)
    return askers
  }
}
