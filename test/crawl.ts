/** A page as it was fetched, with the links of it that lead nowhere. */
export interface Fetched {
  status: number
  type: string
  text: string
  faults: string[]
}

/** Fetches every page of a site that is reached from these, and looks up what each of its links points at. */
export async function crawl(site: string, roots: readonly string[]): Promise<Map<string, Fetched>> {
  const pages = new Map<string, Fetched>()
  const waiting = [...roots]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue
    const response = await fetch(site + path, { redirect: 'manual' })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    pages.set(path, { status: response.status, type, text, faults: [] })
    for (const target of targetsIn(text, site + path))
      if (target.origin === site) waiting.push(target.pathname + target.search)
  }
  for (const [path, page] of pages)
    for (const target of targetsIn(page.text, site + path)) {
      const found = pages.get(target.pathname + target.search)
      const anchor = decodeURIComponent(target.hash.slice(1))
      if (target.origin === site && anchor && !found?.text.includes(` id="${anchor}"`))
        page.faults.push(`${path} links ${target.pathname}#${anchor}, which is not there`)
    }
  return pages
}

function targetsIn(text: string, base: string): URL[] {
  const attributes = text.matchAll(/ (?:href|src)="([^"]*)"/g)
  const elements = text.matchAll(/<(?:loc|link|guid)>([^<]*)</g)
  return [...attributes, ...elements].map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), base))
}
