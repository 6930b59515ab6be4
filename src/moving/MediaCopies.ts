import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaStore } from '../media/mediaStore'
import type { FileMark } from './manifest'
import { filesOf, writeMedia } from './mediaFiles'
import type { Row } from './movedRow'

/**
 * Media files as an export has them. They are copied twice, before the moment that the export holds and after it: what is deleted or replaced
 * in between is there from the first time, and the second adds only what has changed.
 */
export class MediaCopies {
  readonly #from: MediaStore
  readonly #to: string
  readonly #report: (files: number) => void
  /** By the file's name: what it is, and of which state of its document. */
  readonly #copied = new Map<string, { mark: FileMark; state: string }>()

  constructor(from: MediaStore, to: string, report: (files: number) => void) {
    this.#from = from
    this.#to = to
    this.#report = report
  }

  /**
   * Copies what was not copied in this state of its document. Of a file that is gone by now, an older copy stays.
   *
   * @returns the files that the documents have, and those of them that there is no copy of
   */
  async copy(docs: AsyncIterable<object>): Promise<{ names: Set<string>; missing: string[] }> {
    const names = new Set<string>()
    for await (const doc of docs as AsyncIterable<Row>) {
      const state = `${doc.id} ${Date.parse(String(doc.updatedAt))}`
      for (const { name } of filesOf(doc)) {
        names.add(name)
        if (this.#copied.get(name)?.state !== state) await this.#copyOne(name, state)
      }
    }
    return { names, missing: [...names].filter((name) => !this.#copied.has(name)).sort() }
  }

  async #copyOne(name: string, state: string): Promise<void> {
    const file = await this.#from.read(name)
    if (file) this.#copied.set(name, { mark: await writeMedia(file, join(this.#to, name)), state })
    this.#report(this.#copied.size)
  }

  /** Takes all others away. @returns what the manifest says of these, in the order of their names */
  async keepOnly(names: Set<string>): Promise<Record<string, FileMark>> {
    const kept: Record<string, FileMark> = {}
    for (const [name, { mark }] of [...this.#copied].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (names.has(name)) kept[name] = mark
      else await rm(join(this.#to, name))
    }
    return kept
  }
}
