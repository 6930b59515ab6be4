import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import { unavailableBody } from '../http/problem'
import { type Answer, buildAnswer, copyRequest } from './buildAnswer'
import { isQuery, keyOfQuery, keyOfRead, mayBeQuery } from './cacheableRequest'
import type { Freshness } from './freshness'
import { KeptAnswer } from './keptAnswer'
import { KeyedStore } from './keyedStore'
import { withoutCovered } from './keys'

export interface CacheMetrics {
  /** Stale ones included. */
  hits: number
  /** Given while the log could not be followed. */
  stale: number
  /** Kept, and not given any more, because the log could not be followed for too long. */
  refused: number
  misses: number
  bytes: number
  entries: number
}

export interface ResponseCache {
  /** The one listener of a server, with the app behind it. */
  serve: (app: RequestListener) => RequestListener
  /** Forgets every answer that holds one of these keys, and those that are being built of them. */
  purge: (keys: Iterable<string>) => void
  /** An open transaction changes these: what holds them is forgotten, and not kept again until as many calls of `settle`. */
  pending: (keys: Iterable<string>) => void
  settle: (keys: Iterable<string>) => void
  metrics: () => CacheMetrics
}

/** The longest answer that is kept, in bytes. */
const longestAnswer = 2 * 1024 * 1024

/**
 * Answers strangers' reads from memory, in front of Express: a hit costs little more than `node:http` itself. An answer is kept
 * until something that it was made of changes, and is never older than that; browsers and proxies ask each time. While the database is
 * away, what was kept before is given out for as long as `freshness` allows; what was purged is gone, whyever it was.
 *
 *     request ─► of a stranger? ─► kept? ─► bytes
 *                     │ no           │ no: built once for all who wait
 *                     ▼              ▼
 *                    app            app, its reads noted ─► bytes, kept unless purged meanwhile
 */
export function createResponseCache({ bytes, freshness }: { bytes: number; freshness?: Freshness }): ResponseCache {
  const kept = new KeyedStore<KeptAnswer>({ bytes, sizeOf: (answer) => answer.bytes })
  const flights = new Map<string, Promise<Built>>()
  const counted = { hits: 0, stale: 0, refused: 0, misses: 0 }

  const build = async (app: RequestListener, key: string, req: IncomingMessage, sent?: Buffer): Promise<Built> => {
    const began = kept.now
    const answer = await buildAnswer(app, req, sent)
    const keys = withoutCovered(answer.keys)
    const keep = mayKeep(answer, key.includes('/api/graphql'))
    const ready = new KeptAnswer(answer, keys, keep)
    if (keep) kept.set(key, ready, keys, began)
    const requestId = answer.headers['x-request-id']
    return { ready, shared: isShared(answer), requestId }
  }

  const fly = async (app: RequestListener, key: string, req: IncomingMessage, res: ServerResponse, sent?: Buffer) => {
    counted.misses++
    const joined = kept.isAnyPending ? undefined : flights.get(key)
    const flight = joined ?? build(app, key, req, sent)
    if (!joined) {
      flights.set(key, flight)
      const land = () => {
        if (flights.get(key) === flight) flights.delete(key)
      }
      flight.then(land, land)
    }
    try {
      const { ready, shared, requestId } = await flight
      if (joined && !shared) return app(sent ? copyRequest(req, sent) : req, res as never)
      if (!joined && requestId !== undefined) res.setHeader('x-request-id', requestId)
      if (ready.status >= 500 && freshness && freshness.standing !== 'current') sendUnavailable(req, res)
      else ready.send(req, res, 'miss')
    } catch {
      res.destroy() // as the app did
    }
  }

  const answerFrom = (key: string, req: IncomingMessage, res: ServerResponse): boolean => {
    const answer = kept.get(key)
    if (!answer) return false
    const standing = freshness?.standing ?? 'current'
    if (standing === 'lost') {
      counted.refused++
      sendUnavailable(req, res)
      return true
    }
    counted.hits++
    if (standing === 'stale') counted.stale++
    answer.send(req, res, standing === 'stale' ? 'stale' : 'hit')
    return true
  }

  const serveQuery = (app: RequestListener, req: IncomingMessage, res: ServerResponse): void =>
    readBody(req, (sent) => {
      const key = keyOfQuery(req, sent)
      if (answerFrom(key, req, res)) return
      if (isQuery(sent)) void fly(app, key, req, res, sent)
      else app(copyRequest(req, sent), res as never)
    })

  return {
    serve: (app) =>
      bytes === 0
        ? app
        : (req, res) => {
            const key = keyOfRead(req)
            if (key !== undefined) {
              if (!answerFrom(key, req, res)) void fly(app, key, req, res)
            } else if (mayBeQuery(req)) serveQuery(app, req, res)
            else app(req, res)
          },
    // Who asks from now on must not be given what was read before.
    purge(keys) {
      flights.clear()
      kept.purge(keys)
    },
    pending(keys) {
      flights.clear()
      kept.pending(keys)
    },
    settle: (keys) => kept.settle(keys),
    metrics: () => ({ ...counted, ...kept.size }),
  }
}

interface Built {
  ready: KeptAnswer
  /** Whether others than who asked first may have it. */
  shared: boolean
  /** What the log calls the request that it was built for. */
  requestId: OutgoingHttpHeaders[string]
}

/** A cookie is whose it is, and that somebody asks too often is no answer to others. */
const isShared = ({ status, headers }: Answer): boolean => headers['set-cookie'] === undefined && status !== 429

function mayKeep({ status, headers, body, keys }: Answer, graphql: boolean): boolean {
  if (![200, 301, 404].includes(status) || body.length > longestAnswer) return false
  if (headers['set-cookie'] !== undefined || /private|no-store/i.test(String(headers['cache-control'] ?? '')))
    return false
  // What read nothing could never be purged.
  if (keys.size === 0) return false
  const varies = [headers.vary ?? []].flat().join(',').toLowerCase().split(',')
  if (varies.some((name) => !['', 'origin', 'accept-encoding', ...(graphql ? ['accept'] : [])].includes(name.trim())))
    return false
  // GraphQL answers 200 where the database failed half way. Within a string its quotes would be escaped.
  return !graphql || !body.includes('"errors":')
}

/** The database is away, and what is kept here, if anything, is too old. Any site may read that. */
function sendUnavailable({ method }: IncomingMessage, res: ServerResponse): void {
  res.writeHead(503, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '5',
    'access-control-allow-origin': '*',
  })
  res.end(method === 'HEAD' ? undefined : unavailableBody)
}

/** Not called back where the reader goes away before he has sent it all. A promise, or iterating, would cost more than all else of a hit. */
function readBody(req: IncomingMessage, read: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => read(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
  req.on('error', () => {}) // he went away
}
