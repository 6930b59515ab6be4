import { type Limit, type RateCounts, rateCounts } from '../../http/rateCounts'

/** How often somebody at one address tried one account in a while, whichever process he asked. */
export class Tries {
  readonly #limit: Limit
  readonly #counts: RateCounts
  /** How often an account was forgotten from everywhere: tries are counted anew from each time on, in whichever process they come. */
  readonly #forgotten: Limit

  constructor(limit: Limit, counts = rateCounts) {
    this.#limit = limit
    this.#counts = counts
    this.#forgotten = { ...limit, name: `${limit.name} forgotten`, most: Number.MAX_SAFE_INTEGER }
  }

  /** Counts one more. @returns whether it is still one that is allowed */
  async take(account: string, asker: string): Promise<boolean> {
    const count = await this.#counts.countTogether(this.#limit, await this.#keyOf(account, asker))
    return count <= this.#limit.most
  }

  /** After a success. */
  async forget(account: string, asker: string): Promise<void> {
    await this.#counts.forget(this.#limit, await this.#keyOf(account, asker))
  }

  /** Of an account, from wherever it was tried. */
  async forgetAll(account: string): Promise<void> {
    await this.#counts.countTogether(this.#forgotten, account)
  }

  async #keyOf(account: string, asker: string): Promise<string> {
    return [account, asker, await this.#counts.read(this.#forgotten, account)].join('\0')
  }
}
