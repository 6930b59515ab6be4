import { createHash } from 'node:crypto'
import { IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'
import { collectReads } from './reads'

/** A whole answer, as the app gave it. */
export interface Answer {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  /** Strong, without its quotes; each encoding adds its name. */
  tag: string
  /** What the app read for it. */
  keys: Set<string>
}

/**
 * Has the app answer into memory. Request and response are of our own making, so that the answer does not depend on whether
 * the reader who happened to come first stays, nor on what only he sent.
 *
 * @throws where the app broke the connection off instead of answering.
 */
export async function buildAnswer(app: RequestListener, asked: IncomingMessage, sent?: Buffer): Promise<Answer> {
  const request = copyRequest(asked, sent)
  // A HEAD is answered from the answer to a GET, which stands in for both.
  if (request.method === 'HEAD') request.method = 'GET'
  for (const name of personal) delete request.headers[name]
  const keys = new Set<string>()
  const response = new ServerResponse(request)
  const body = await new Promise<Buffer>((resolve, reject) => {
    writeToMemory(response, resolve, reject)
    collectReads(keys, () => app(request, response))
  })
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  return { status: response.statusCode, headers: response.getHeaders(), body, tag, keys }
}

/** Conditions are for the cache to judge, and the languages of error messages are not: readers share one answer. */
const personal = ['if-none-match', 'if-modified-since', 'if-match', 'range', 'accept-language', 'accept-encoding']

/** The same request again, without its connection. */
export function copyRequest(asked: IncomingMessage, sent?: Buffer): IncomingMessage {
  const connection = new Socket()
  Object.defineProperty(connection, 'remoteAddress', { value: asked.socket.remoteAddress })
  Object.defineProperty(connection, 'encrypted', { value: (asked.socket as { encrypted?: boolean }).encrypted })
  const request = new IncomingMessage(connection)
  Object.assign(request, {
    method: asked.method,
    url: asked.url,
    httpVersion: asked.httpVersion,
    httpVersionMajor: asked.httpVersionMajor,
    httpVersionMinor: asked.httpVersionMinor,
    headers: { ...asked.headers },
    rawHeaders: [...asked.rawHeaders],
    complete: true,
  })
  if (sent) request.push(sent)
  request.push(null)
  return request
}

/** Sends what is written nowhere, and keeps it. */
function writeToMemory(response: ServerResponse, finish: (body: Buffer) => void, fail: (error: Error) => void): void {
  const chunks: Buffer[] = []
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => setImmediate(done) })
  response.assignSocket(nowhere as Socket)
  // A server passes this on, and an answer in many large pieces waits for it.
  nowhere.on('drain', () => response.emit('drain'))
  const { write, end, writeHead } = response
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    keep(args[0], args[1])
    return write.apply(this, args as never)
  } as ServerResponse['write']
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    keep(args[0], args[1]) // Node writes this chunk by another road than `write`
    return end.apply(this, args as never)
  } as ServerResponse['end']
  // Headers given here alone would go into the text that is sent, and nowhere else.
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((each) => typeof each === 'object') as OutgoingHttpHeaders | undefined
    for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) response.setHeader(name, value)
    return writeHead.call(response, status)
  }) as ServerResponse['writeHead']
  response.once('finish', () => {
    finish(Buffer.concat(chunks))
    nowhere.destroy() // which closes the response, as a server would
  })
  response.once('close', () => fail(new Error('The answer was broken off')))
  response.once('error', fail)
}
