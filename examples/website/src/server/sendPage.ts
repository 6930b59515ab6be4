import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Page } from './PageCache'

interface Ready {
  tag: string
  gzip: Buffer
}

/** Made once for each page that is kept. */
const ready = new WeakMap<Page, Ready>()

/** Sends a page, compressed where the browser takes that, or says that the browser has it already. */
export function sendPage(req: IncomingMessage, res: ServerResponse, page: Page): void {
  const { tag, gzip } = readyOf(page)
  const headers = { ...page.headers, vary: 'Accept-Encoding', etag: tag }
  if (req.headers['if-none-match'] === tag && page.status === 200) {
    res.writeHead(304, headers).end()
    return
  }
  const compressed = /\bgzip\b/.test(String(req.headers['accept-encoding']))
  const body = compressed ? gzip : page.body
  res.writeHead(page.status, {
    ...headers,
    ...(compressed ? { 'content-encoding': 'gzip' } : {}),
    'content-length': body.length,
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}

function readyOf(page: Page): Ready {
  const known = ready.get(page)
  if (known) return known
  const hash = createHash('sha256').update(page.body).digest('base64url').slice(0, 27)
  const made = { tag: `W/"${hash}"`, gzip: gzipSync(page.body) }
  ready.set(page, made)
  return made
}
