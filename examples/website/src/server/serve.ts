import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from 'astro/app'
import { PageCache } from './PageCache'
import type { Settings } from './readSettings'
import { receiveWebhook, textOf } from './receiveWebhook'
import { renderPage } from './renderPage'
import { StaticFiles } from './StaticFiles'
import { securityHeaders } from './securityHeaders'
import { sendPage } from './sendPage'

/** What every other page is reached from. */
const roots = ['/en/', '/es/', '/sitemap.xml', '/robots.txt', '/en/rss.xml', '/es/rss.xml']

/**
 * Renders every page, then serves them. Resolves once it listens.
 *
 * @param folder holds the files beside the pages
 */
export async function serve(app: App, settings: Settings, folder: URL): Promise<void> {
  const pages = new PageCache((path) => renderPage(app, settings, path))
  const files = new StaticFiles(folder)
  const began = performance.now()
  await pages.fill(roots)
  console.log(`${pages.rendered} pages rendered in ${Math.round(performance.now() - began)} ms`)

  const server = createServer((req, res) => {
    for (const [name, value] of Object.entries(securityHeaders(settings))) res.setHeader(name, value)
    answer(req, res).catch((error) => {
      console.error(error instanceof Error ? error.message : error)
      if (res.headersSent) res.destroy()
      else sendPage(req, res, unavailable)
    })
  })

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(req.url ?? '/', settings.siteUrl)
    if (req.method === 'POST' && pathname === '/webhooks/saphena') return hear(req, res)
    if (pathname === '/preview') {
      const form = req.method === 'POST' ? await textOf(req, 3_000_000) : undefined
      return sendPage(req, res, await renderPage(app, settings, pathname, { search, form }))
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    if (pathname === '/') {
      const language = preferred(req.headers['accept-language'])
      res.writeHead(302, { location: `/${language}/`, vary: 'Accept-Language', 'cache-control': 'no-cache' }).end()
      return
    }
    if (files.send(pathname, req, res)) return
    const path = decoded(pathname)
    const asksMore = isAsked.test(path) && [...searchParams.keys()].length > 0
    sendPage(req, res, asksMore ? await renderPage(app, settings, path, { search }) : await pages.get(path))
  }

  async function hear(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { webhookSecret } = settings
    const keys = webhookSecret ? await receiveWebhook(req, webhookSecret) : undefined
    if (!keys) {
      res.writeHead(webhookSecret ? 401 : 503).end()
      return
    }
    const touched = pages.purge(keys)
    res.writeHead(204).end()
    const before = pages.rendered
    // A page that somebody asks for meanwhile is rendered for him.
    await pages.fill(roots)
    console.log(`A change touched ${touched} pages; ${pages.rendered - before} rendered`)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  console.log(`The website is at http://${settings.host}:${port}`)
  if (!settings.webhookSecret)
    console.log(
      'Without WEBHOOK_SECRET it hears of no change: add a webhook in Saphena to SITE_URL/webhooks/saphena, and give its secret',
    )
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
    })
}

/** Pages that answer a question in their address; of all others it means nothing. */
const isAsked = /^\/(?:en|es)\/(?:search|clinics)\/?$/

/** What is no address is at none: the page that says so is shown. */
function decoded(pathname: string): string {
  try {
    return decodeURI(pathname)
  } catch {
    return '/404'
  }
}

const preferred = (accepted: string | undefined): 'en' | 'es' => {
  const [first] = (accepted ?? '').toLowerCase().match(/\b(?:en|es)\b/) ?? []
  return first === 'es' ? 'es' : 'en'
}

const unavailable = {
  status: 503,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '10' },
  body: Buffer.from('This page cannot be shown now. Try again in a minute.\n'),
  keys: undefined,
}
