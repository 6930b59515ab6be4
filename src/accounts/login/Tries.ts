import { type Limit, type RateCounts, rateCounts } from '../../http/rateCounts'

/** So many accounts are remembered, known ones and made-up ones; beyond, the oldest is forgotten. */
const mostAccounts = 10_000

/** How often somebody at one address tried one account in a while, whichever process he asked. */
export class Tries {
  readonly #limit: Limit
  readonly #counts: RateCounts
  /** Who tried which account here: whoever unlocks it unlocks it for them. */
  readonly #askers = new Map<string, Set<string>>()

  constructor(limit: Limit, counts = rateCounts) {
    this.#limit = limit
    this.#counts = counts
  }

  /** Counts one more. @returns whether it is still one that is allowed */
  async take(account: string, asker: string): Promise<boolean> {
    this.#note(account, asker)
    return (await this.#counts.countTogether(this.#limit, keyOf(account, asker))) <= this.#limit.most
  }

  /** After a success, or of an account from wherever it was tried through this process. */
  async forget(account: string, asker?: string): Promise<void> {
    const askers = asker === undefined ? [...(this.#askers.get(account) ?? [])] : [asker]
    for (const each of askers) await this.#counts.forget(this.#limit, keyOf(account, each))
  }

  #note(account: string, asker: string): void {
    const askers = this.#askers.get(account) ?? new Set<string>()
    askers.add(asker)
    if (askers.size > mostAccounts) askers.delete(askers.values().next().value as string)
    this.#askers.delete(account)
    this.#askers.set(account, askers)
    if (this.#askers.size > mostAccounts) this.#askers.delete(this.#askers.keys().next().value as string)
  }
}

const keyOf = (account: string, asker: string): string => `${account}\0${asker}`
