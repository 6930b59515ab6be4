import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Freshness } from './freshness'
import { noteDocument } from './reads'
import { createResponseCache, type ResponseCache } from './responseCache'

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}
export type Handler = (...args: Parameters<RequestListener>) => void | Promise<void>

export const long = JSON.stringify({ words: 'Rest the knee. '.repeat(500) })

export const answering =
  (body: string, headers: Record<string, string> = {}, status = 200): Handler =>
  async (_req, res) => {
    await Promise.resolve()
    noteDocument('articles', 'a')
    res.writeHead(status, { 'content-type': 'application/json', ...headers })
    res.end(body)
  }

/** A response cache on a port of its own, with an app behind it that does as it is told. */
export class CachedApp {
  cache!: ResponseCache
  handler: Handler = answering(long)
  /** How often the app was. */
  asked = 0
  #port = 0
  #close: (() => Promise<void>) | undefined

  async start(bytes = 1_000_000, freshness?: Freshness): Promise<void> {
    await this.close()
    this.cache = createResponseCache({ bytes, ...(freshness ? { freshness } : {}) })
    const app: RequestListener = (req, res) => {
      this.asked++
      void this.handler(req, res)
    }
    const server = createServer(this.cache.serve(app)).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#close = async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }

  async close(): Promise<void> {
    await this.#close?.()
    this.#close = undefined
  }

  /** Begins a request that may be broken off. */
  begin(path: string, headers: Record<string, string> = {}, method = 'GET') {
    return request({ port: this.#port, host: '127.0.0.1', path, method, headers })
  }

  ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Got> {
    return new Promise((resolve, reject) => {
      const sent: Record<string, string> =
        body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const req = this.begin(path, { ...headers, ...sent }, method)
      req.on('response', (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk) => chunks.push(chunk))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }))
      })
      req.on('error', reject)
      req.end(body)
    })
  }

  async from(...args: Parameters<CachedApp['ask']>): Promise<string | string[] | undefined> {
    return (await this.ask(...args)).headers['x-cache']
  }
}
