import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { ForbiddenAddress, isPublicAddress, lookupPublic } from './publicAddress'

export interface Answer {
  status: number
}

export interface PostOptions {
  headers: Record<string, string>
  body: string
  /** How long the receiver may take, in milliseconds. */
  patience: number
  /** Private and loopback addresses too. */
  allowPrivate: boolean
}

/**
 * Sends a request and reads no more of the answer than its status. A redirection is an answer, and is not followed.
 *
 * @throws where nobody answered, in time, at an address that is allowed
 */
export function post(url: string, { headers, body, patience, allowPrivate }: PostOptions): Promise<Answer> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  // A name is checked when it is resolved; an address is not resolved.
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) return Promise.reject(new ForbiddenAddress(host))
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal: AbortSignal.timeout(patience),
      ...(allowPrivate ? {} : { lookup: lookupPublic }),
    })
    request.once('response', (response) => {
      resolve({ status: response.statusCode ?? 0 })
      response.destroy()
    })
    request.once('error', (error) =>
      reject(error.name === 'AbortError' ? new Error(`No answer within ${patience / 1000} s`) : error),
    )
    request.end(body)
  })
}
