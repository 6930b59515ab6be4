import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Answer } from './buildAnswer'
import { withinHeader } from './keys'

type Encoding = 'identity' | 'gzip' | 'br'

interface Form {
  etag: string
  body: Buffer
  headers: OutgoingHttpHeaders
  /** Of the answer that the reader has these bytes already; made when the first says so. */
  unmodified?: OutgoingHttpHeaders
}

/** An answer ready to be sent again and again: whole or not at all, plain or compressed. */
export class KeptAnswer {
  readonly status: number
  readonly keys: readonly string[]
  readonly #body: Buffer
  readonly #tag: string
  readonly #headers: OutgoingHttpHeaders
  readonly #tags: readonly string[]
  readonly #worthwhile: boolean
  readonly #forms: Partial<Record<Encoding, Form | Promise<Form>>> = {}

  constructor({ status, headers, body, tag }: Answer, keys: readonly string[], keep: boolean) {
    this.status = status
    this.keys = keys
    this.#body = body
    this.#tag = tag
    this.#tags = [`"${tag}"`, `"${tag}-gzip"`, `"${tag}-br"`]
    this.#worthwhile = body.length > 1024 && !headers['content-encoding']
    this.#headers = { ...headers, 'x-cache': 'hit' }
    for (const name of ofOneAnswer) if (keep || name !== 'x-request-id') delete this.#headers[name]
    if (!headers['content-encoding']) this.#headers.vary = withVary(headers.vary, 'Accept-Encoding')
    // Payload answers each site by its own CORS headers, and does not say so.
    if (Object.keys(headers).some((name) => name.startsWith('access-control-')))
      this.#headers.vary = withVary(this.#headers.vary, 'Origin')
    if (keep) {
      this.#headers['cache-control'] ??= 'public, no-cache'
      const named = withinHeader([...keys])
      this.#headers['surrogate-key'] = named.join(' ')
      this.#headers['cache-tag'] = named.join(',')
    }
  }

  /** What it takes in memory at most, with its compressed forms: each is kept only where it halves the body. */
  get bytes(): number {
    return this.#body.length * 2 + JSON.stringify(this.#headers).length * 4 + 1000
  }

  /** Answers a request. Nothing is waited for but the first compression of these bytes. */
  send(req: IncomingMessage, res: ServerResponse, from: 'hit' | 'stale' | 'miss'): void {
    const form = this.#form(this.#worthwhile ? preferredEncoding(req.headers['accept-encoding']) : 'identity')
    if (form instanceof Promise)
      form.then(
        (ready) => this.#sendForm(ready, req, res, from),
        (error) => res.destroy(error),
      )
    else this.#sendForm(form, req, res, from)
  }

  #sendForm(form: Form, req: IncomingMessage, res: ServerResponse, from: string): void {
    const asked = req.method === 'POST' ? undefined : req.headers['if-none-match']
    const known = asked !== undefined && this.status === 200 ? this.#knownTag(asked, form.etag) : undefined
    if (known) {
      form.unmodified ??= withoutContent(form.headers)
      const headers = known === form.etag ? form.unmodified : { ...form.unmodified, etag: known }
      res.writeHead(304, from === 'hit' ? headers : { ...headers, 'x-cache': from })
      res.end()
      return
    }
    res.writeHead(this.status, from === 'hit' ? form.headers : { ...form.headers, 'x-cache': from })
    res.end(req.method === 'HEAD' ? undefined : form.body)
  }

  /** A reader who holds these bytes in whatever encoding needs no other. */
  #knownTag(asked: string, own: string): string | undefined {
    if (asked === own) return own
    if (asked.trim() === '*') return `"${this.#tag}"`
    return asked
      .split(',')
      .map((each) => each.trim().replace(/^W\//, ''))
      .find((each) => this.#tags.includes(each))
  }

  #form(encoding: Encoding): Form | Promise<Form> {
    const known = this.#forms[encoding]
    if (known) return known
    const made = encoding === 'identity' ? this.#plain() : this.#compressed(encoding)
    this.#forms[encoding] = made
    if (made instanceof Promise)
      made.then(
        (form) => {
          this.#forms[encoding] = form
        },
        () => {
          delete this.#forms[encoding]
        },
      )
    return made
  }

  #plain(): Form {
    const etag = `"${this.#tag}"`
    return { etag, body: this.#body, headers: { ...this.#headers, etag, 'content-length': this.#body.length } }
  }

  async #compressed(encoding: 'gzip' | 'br'): Promise<Form> {
    const body = await compress[encoding](this.#body)
    if (body.length > this.#body.length / 2) return this.#form('identity')
    const etag = `"${this.#tag}-${encoding}"`
    const headers = { ...this.#headers, etag, 'content-encoding': encoding, 'content-length': body.length }
    return { etag, body, headers }
  }
}

/** Of one answer or connection, or said anew. */
const ofOneAnswer = ['x-request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'etag']

const brotli = promisify(brotliCompress)
const compress = {
  gzip: promisify(gzip),
  br: (body: Buffer) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
}

function withoutContent(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { 'content-length': _length, 'content-type': _type, 'content-encoding': _encoding, ...rest } = headers
  return rest
}

/** Brotli, then gzip, then neither, of what the reader takes (RFC 9110, 12.5.3). */
function preferredEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const weights = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim())
    const weight = parameters.find((each) => each.startsWith('q='))
    weights.set(name, weight ? Number(weight.slice(2)) : 1)
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0
  const plain = weights.get('identity') ?? 0
  const [best] = (['br', 'gzip'] as const).toSorted((a, b) => weightOf(b) - weightOf(a))
  return best && weightOf(best) > 0 && weightOf(best) >= plain ? best : 'identity'
}

function withVary(given: OutgoingHttpHeaders[string], name: string): string {
  const names = [given ?? []].flat().join(',').split(',')
  const known = names.map((each) => each.trim()).filter(Boolean)
  return known.some((each) => each.toLowerCase() === name.toLowerCase())
    ? known.join(', ')
    : [...known, name].join(', ')
}
