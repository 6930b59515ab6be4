import { type Client, createClient } from './createClient.js'
import { pause, readRetryAfter } from './pause.js'
import type { components } from './schema.js'
import type { Store, SyncItem } from './store.js'

export interface SyncOptions {
  /** Where the service is, without `/v1`. */
  baseUrl: string
  locale: 'en' | 'es'
  /**
   * Where links in what is kept lead: the pages of your app, such as `https://app.example.org/{locale}/{collection}/{slug}`.
   *
   * @default the documents under `/v1`
   */
  addresses?: string
  /** Called after each page that was kept. */
  onProgress?: (progress: SyncProgress) => void
  /** @default the global one */
  fetch?: (request: Request) => Promise<Response>
  /** Stops it; what was kept stays, and the next call goes on from there. */
  signal?: AbortSignal
  /**
   * How often in a row it asks again when the network or the service is away.
   * @default 8, which takes about two minutes
   */
  retries?: number
  /**
   * Milliseconds before it asks again for the first time; each next time it waits twice as long, to a minute at most, or longer
   * where the service says so.
   * @default 500
   */
  firstPause?: number
  /**
   * Milliseconds after which an answer that has not arrived counts as lost.
   * @default 60000
   */
  timeout?: number
}

export interface SyncResult {
  upserted: number
  removed: number
}

export interface SyncProgress extends SyncResult {
  /** About how many documents or changes are still to come. */
  remaining: number
}

/** The service refused: asking again would not help. */
export class SyncError extends Error {
  override name = 'SyncError'
  constructor(
    readonly status: number,
    /** The problem's stable code. */
    readonly code: string | undefined,
    message: string,
  ) {
    super(message)
  }
}

type Page = components['schemas']['SyncPage']
type Manifest = components['schemas']['Manifest']

/**
 * Brings a store to what the service has now. However it is interrupted, the store holds a copy and how far that copy is; the
 * next call goes on from there. A cursor that the service no longer takes starts the copy again, and meanwhile nothing is lost that
 * is still served.
 *
 * It rejects with the signal's reason, with the store's error, with a {@link SyncError}, or, after the last retry, with what the
 * last request failed with.
 */
export async function sync(store: Store, options: SyncOptions): Promise<SyncResult> {
  const { locale, signal, onProgress } = options
  const client = createClient(options)
  const counts: SyncResult = { upserted: 0, removed: 0 }
  signal?.throwIfAborted()
  let cursor = await store.readCursor(locale)
  let restarted = false
  for (;;) {
    signal?.throwIfAborted()
    const page = await readPage(client, options, cursor).catch((error) => {
      // Without a cursor there is nothing to do without; and a service that refuses what it just gave would never end.
      const isCursor = error instanceof SyncError && error.status === 400 && error.code === 'bad-parameter'
      if (!isCursor || cursor === undefined || restarted) throw error
    })
    if (!page) {
      restarted = true
      cursor = undefined
      continue
    }
    const stale = cursor === undefined ? await findStale(store, client, options) : []
    signal?.throwIfAborted()
    const items = [...page.items, ...stale]
    await store.apply({ locale, items, cursor: page.cursor })
    cursor = page.cursor
    const removed = items.filter(({ op }) => op === 'remove').length
    counts.removed += removed
    counts.upserted += items.length - removed
    onProgress?.({ ...counts, remaining: page.remaining })
    if (!page.more) return counts
  }
}

/**
 * What a copy that starts again holds and the service doesn't. The manifest is read after the first page: what is removed
 * later comes with the changes after that page's cursor, so that nothing can go between the two.
 */
async function findStale(store: Store, client: Client, options: SyncOptions): Promise<SyncItem[]> {
  const kept = await store.keys(options.locale)
  if (kept.length === 0) return []
  const { documents } = await readManifest(client, options)
  const served = new Set(documents.map(({ type, id }) => `${type}:${id}`))
  const at = new Date().toISOString()
  return kept
    .filter(({ type, id }) => !served.has(`${type}:${id}`))
    .map(({ type, id }) => ({ op: 'remove', type, id, reason: 'withdrawn', at }))
}

const readPage = (client: Client, options: SyncOptions, cursor: string | undefined): Promise<Page> =>
  ask(
    options,
    (signal) =>
      client.GET('/v1/sync', {
        params: {
          query: {
            locale: options.locale,
            ...(options.addresses === undefined ? {} : { addresses: options.addresses }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
        cache: 'no-store',
        signal,
      }),
    (page) => Array.isArray(page.items) && typeof page.cursor === 'string' && typeof page.more === 'boolean',
  )

const readManifest = (client: Client, options: SyncOptions): Promise<Manifest> =>
  ask(
    options,
    (signal) => client.GET('/v1/manifest', { cache: 'no-store', signal }),
    (manifest) => Array.isArray(manifest.documents),
  )

interface Answer<T> {
  data?: T | undefined
  error?: unknown
  response: Response
}

/** Asks until there is an answer. Whatever is no answer of the service, such as a hotel's login page, counts as none. */
async function ask<T>(
  { signal, retries = 8, firstPause = 500, timeout = 60_000 }: SyncOptions,
  request: (signal: AbortSignal) => Promise<Answer<T>>,
  isAnswer: (data: T) => boolean,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    const found = await once(request, timeout, signal).catch((error: unknown) => ({ lost: error }))
    signal?.throwIfAborted()
    let lost: unknown
    let atLeast = 0
    if ('lost' in found) lost = found.lost
    else {
      const { data, error, response } = found
      const { ok, status } = response
      if (ok && data !== undefined && data !== null && isAnswer(data)) return data
      lost = refusal(status, ok ? undefined : error)
      if (!ok && !passing.has(status)) throw lost
      atLeast = readRetryAfter(response.headers.get('Retry-After'))
    }
    if (failures >= retries) throw lost
    // Not all at the same moment: a service that comes back is not asked by everybody at once.
    const growing = Math.min(firstPause * 2 ** failures, 60_000) * (0.5 + Math.random() / 2)
    await pause(Math.max(growing, atLeast), signal)
  }
}

/** Too many requests, or somebody between us and the service cannot reach it, or it is starting. */
const passing = new Set([429, 502, 503, 504])

function refusal(status: number, problem: unknown): SyncError {
  const { code, detail, title } = (typeof problem === 'object' && problem !== null ? problem : {}) as Partial<
    Record<string, string>
  >
  const said = detail ?? title ?? 'the answer is not what the service gives'
  return new SyncError(status, code, `The service answered with ${status}: ${said}`)
}

/** One request, given up when the caller wants to stop or when it takes too long. */
async function once<T>(
  request: (signal: AbortSignal) => Promise<T>,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const stopping = new AbortController()
  const stop = () => stopping.abort(signal?.reason)
  signal?.addEventListener('abort', stop)
  const timer = setTimeout(() => stopping.abort(new DOMException('No answer in time', 'TimeoutError')), timeout)
  try {
    return await request(stopping.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}
