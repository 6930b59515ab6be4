import type { MadeOf } from './askSaphena'

export interface Page extends MadeOf {
  status: number
  headers: Record<string, string>
  body: Buffer
}

interface Kept {
  page: Page
  stale: boolean
}

/** How many pages are rendered at a time. */
const together = 4

/**
 * Every page as it was rendered, until something that it shows changes. Saphena says with each answer what it is made of, and with each
 * webhook what a change touches: the pages where both meet are rendered again, and no others.
 */
export class PageCache {
  readonly #kept = new Map<string, Kept>()
  readonly #rendering = new Map<string, Promise<Page>>()
  readonly #purges: ReadonlySet<string>[] = []
  readonly #render: (path: string) => Promise<Page>
  /** How many pages were rendered until now. */
  rendered = 0

  constructor(render: (path: string) => Promise<Page>) {
    this.#render = render
  }

  get paths(): string[] {
    return [...this.#kept.keys()].sort()
  }

  /** The page as it is now. While Saphena cannot be asked, the page as it was. */
  async get(path: string): Promise<Page> {
    const kept = this.#kept.get(path)
    if (kept && !kept.stale) return kept.page
    try {
      return await this.#renderOnce(path)
    } catch (error) {
      if (!kept) throw error
      console.error(`${path} is shown as it was: ${error instanceof Error ? error.message : error}`)
      return kept.page
    }
  }

  /** Something changed that these keys stand for. @returns how many pages show it */
  purge(keys: readonly string[]): number {
    const purged = new Set(keys)
    this.#purges.push(purged)
    let touched = 0
    for (const kept of this.#kept.values()) {
      if (!isMadeOf(kept.page, purged)) continue
      kept.stale = true
      touched++
    }
    return touched
  }

  /** Renders what is stale, then whatever pages link that was never rendered. Starts at `roots`. */
  async fill(roots: readonly string[]): Promise<void> {
    const stale = [...this.#kept].filter(([, { stale }]) => stale).map(([path]) => path)
    const waiting = [...new Set([...roots, ...stale])]
    const seen = new Set(waiting)
    const work = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const page = await this.get(path)
        for (const next of linksIn(page))
          if (!seen.has(next) && !this.#kept.has(next)) {
            seen.add(next)
            waiting.push(next)
          }
      }
    }
    // A worker that finds nothing to do may be early: another one is still reading a page.
    while (waiting.length > 0) await Promise.all(Array.from({ length: together }, work))
  }

  #renderOnce(path: string): Promise<Page> {
    const running = this.#rendering.get(path)
    if (running) return running
    const rendering = this.#renderNow(path).finally(() => this.#rendering.delete(path))
    this.#rendering.set(path, rendering)
    return rendering
  }

  async #renderNow(path: string): Promise<Page> {
    for (;;) {
      const before = this.#purges.length
      const page = await this.#render(path)
      this.rendered++
      // What was purged meanwhile may have been read before.
      if (this.#purges.slice(before).some((purged) => isMadeOf(page, purged))) continue
      if (page.status === 200) this.#kept.set(path, { page, stale: false })
      else this.#kept.delete(path)
      return page
    }
  }
}

const isMadeOf = ({ keys }: MadeOf, purged: ReadonlySet<string>): boolean =>
  keys === undefined || [...purged].some((key) => keys.has(key))

function linksIn({ headers, body }: Page): string[] {
  if (!headers['content-type']?.startsWith('text/html')) return []
  const found = body.toString().matchAll(/ href="(\/(?:en|es)\/[^"?#]*)/g)
  return [...found].map(([, path]) => path ?? '')
}
