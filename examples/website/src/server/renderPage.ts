import type { App } from 'astro/app'
import { askSaphena, type MadeOf } from './askSaphena'
import type { Page } from './PageCache'
import type { Settings } from './readSettings'

/** What is asked of a page beside its path. */
interface Question {
  /** As it stands in the address, with its question mark. */
  search?: string
  form?: string | undefined
}

/** Renders one page of the site, and notes what it is made of. */
export async function renderPage(
  app: App,
  settings: Settings,
  path: string,
  { search = '', form }: Question = {},
): Promise<Page> {
  const madeOf: MadeOf = { keys: new Set() }
  const request = new Request(new URL(encodeURI(path) + search, settings.siteUrl))
  const ask = askSaphena(settings.saphenaUrl, madeOf)
  const response = await app.render(request, { locals: { ask, settings, form }, addCookieHeader: false })
  if (response.status >= 500) throw new Error(`${path} could not be rendered`)
  const headers = Object.fromEntries(response.headers)
  headers['cache-control'] ??= 'no-cache'
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()), keys: madeOf.keys }
}
