import type { BasePayload, SelectType } from 'payload'
import { collectReads } from '../cache/reads'
import type { Config } from '../payload-types'
import type { Locale } from './addresses'
import { everyPublic, findPublicByIds, most, type PublicCollection, stampOf } from './findPublic'

export type Mirrored = Exclude<PublicCollection, 'redirects'>

export interface Changes<Doc> {
  read: Doc[]
  gone: string[]
}

type Take<Doc> = (changes: Changes<Doc>) => void | Promise<void>

/**
 * Keeps something in memory in step with what readers see of a collection in one language, and reads again only what changed.
 * It holds ids and dates; what is made of the documents is its user's.
 */
export class Mirror<Collection extends Mirrored> {
  private stamp: string | undefined
  private readonly known = new Map<string, string>()

  constructor(
    private readonly payload: BasePayload,
    readonly collection: Collection,
    private readonly locale: Locale,
    private readonly select: SelectType,
  ) {}

  /**
   * Gives what changed since the last time to `take`, a page at a time; nothing where the database says that nothing did. An answer that
   * waits for it did not read these documents itself: its user notes for the response cache what the answer depends on.
   */
  changes(take: Take<Config['collections'][Collection]>): Promise<void> {
    return collectReads(new Set(), () => this.compare(take))
  }

  private async compare(take: Take<Config['collections'][Collection]>): Promise<void> {
    const stamp = await stampOf(this.payload, this.collection)
    if (stamp === this.stamp) return
    const there = new Set<string>()
    const changed: string[] = []
    for await (const docs of everyPublic(this.payload, this.collection, this.locale, { select: { updatedAt: true } })) {
      for (const { id, updatedAt } of docs) {
        there.add(id)
        if (this.known.get(id) !== updatedAt) changed.push(id)
      }
    }
    const gone = [...this.known.keys()].filter((id) => !there.has(id))
    const ids = [...changed, ...gone]
    for (let at = 0; at < ids.length; at += most) await take(await this.reread(ids.slice(at, at + most)))
    // The stamp from before the reading: what changed meanwhile is looked at again.
    this.stamp = stamp
  }

  /** Those of these documents that readers see, and those that they do not. */
  async reread(ids: readonly string[]): Promise<Changes<Config['collections'][Collection]>> {
    const read = await findPublicByIds(this.payload, this.collection, this.locale, ids, {
      select: { ...this.select, updatedAt: true },
    })
    const seen = new Set<string>()
    for (const { id, updatedAt } of read) {
      seen.add(id)
      this.known.set(id, updatedAt)
    }
    const gone = ids.filter((id) => !seen.has(id))
    for (const id of gone) this.known.delete(id)
    return { read, gone }
  }
}
