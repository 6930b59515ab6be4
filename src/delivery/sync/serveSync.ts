import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type RequestHandler, type Response, Router } from 'express'
import type { BasePayload } from 'payload'
import { lastPosition } from '../../publishing/publishLog'
import { addressesBy, addressesFor, type DeliverySettings, defaultLocale, locales } from '../addresses'
import { BadParameter, oneOf, readParameters, wholeNumber } from '../parameters'
import { readDocument } from './document'
import { readServed, type Served } from './served'
import { firstCursor, readCursor, type SyncedType, syncedTypes, writeCursor } from './syncCursor'
import { syncPage } from './syncPage'

const text = (value: string) => value
const bundleParameters = { locale: oneOf(...locales), addresses: text }
const syncParameters = { ...bundleParameters, cursor: text, limit: wholeNumber(1, 100) }

/** `/v1/manifest`, `/v1/sync` and `/v1/bundle`: what apps keep, so that they work without a network. */
export function serveSync(payload: BasePayload, settings: DeliverySettings): Router {
  const router = Router()
  // They answer for a moment; a kept answer would hold a client back.
  router.use(['/manifest', '/sync', '/bundle'], (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/manifest', serveManifest(payload))
  router.get('/sync', serveChanges(payload, settings))
  router.get('/bundle', serveBundle(payload, settings))
  return router
}

const serveChanges =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    const { locale, cursor, limit = 50, ...asked } = readParameters(req.originalUrl, syncParameters)
    const addresses = addressesBy(asked.addresses, addressesFor(req, settings))
    const last = await lastPosition(payload)
    const from = cursor ? readCursor(cursor, locale) : firstCursor(locale, last)
    // After a restore the log may be behind: what it says from here on is not what this client waits for.
    if (from.position > last) throw new BadParameter('cursor', 'is ahead of what is served here: begin without one')
    res.setHeader('Content-Language', from.locale)
    res.json(await syncPage(payload, from, limit, addresses, last))
  }

const serveManifest =
  (payload: BasePayload): RequestHandler =>
  async (req, res) => {
    readParameters(req.originalUrl, {})
    const position = await lastPosition(payload)
    res.type('json')
    await write(res, `{"position":${position},"documents":[`)
    let first = true
    for await (const served of everyServed(payload)) {
      await write(res, `${first ? '' : ','}\n${JSON.stringify(served)}`)
      first = false
    }
    res.end('\n]}\n')
  }

/** One JSON value a line: first what this is and where a sync goes on from it, then each document, last how many there were. */
const serveBundle =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    const { locale = defaultLocale, ...asked } = readParameters(req.originalUrl, bundleParameters)
    const addresses = addressesBy(asked.addresses, addressesFor(req, settings))
    const cursor = writeCursor({ locale, position: await lastPosition(payload) })
    res.type('application/x-ndjson')
    res.setHeader('Content-Language', locale)
    await write(res, `${JSON.stringify({ locale, cursor })}\n`)
    let documents = 0
    for await (const { type, id } of everyServed(payload)) {
      const document = await readDocument(payload, type, id, locale, addresses)
      if (!document) continue
      const json = JSON.stringify(document)
      const sha256 = createHash('sha256').update(json).digest('hex')
      // The digest is of the document's own bytes, which stand last in the line.
      await write(res, `{"type":"${type}","id":${JSON.stringify(id)},"sha256":"${sha256}","document":${json}}\n`)
      documents++
    }
    res.end(`${JSON.stringify({ documents })}\n`)
  }

const pageSize = 200

async function* everyServed(payload: BasePayload): AsyncGenerator<Served> {
  for (const type of syncedTypes as readonly SyncedType[]) {
    let after = ''
    for (;;) {
      const page = await readServed(payload, type, after, pageSize)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < pageSize) break
      after = last.id
    }
  }
}

/** Waits for a slow reader, and stops for one that is gone. */
async function write(res: Response, chunk: string): Promise<void> {
  if (res.destroyed) throw new Error('The reader is gone')
  if (!res.write(chunk)) await Promise.race([once(res, 'drain'), once(res, 'close')])
}
