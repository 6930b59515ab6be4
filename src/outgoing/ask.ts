import { type IncomingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { ForbiddenAddress, isPublicAddress, lookupPublic } from './publicAddress'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
}

export interface AskOptions {
  method: 'HEAD' | 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** How long whoever is asked may take, in milliseconds. */
  patience: number
  /** Ends the request before that. */
  giveUp?: AbortSignal
  /** Private and loopback addresses too. */
  allowPrivate: boolean
}

/**
 * Sends a request to somebody else's server and reads no more of the answer than its head. A redirection is an answer, and is not
 * followed.
 *
 * @throws where nobody answered, in time, at an address that is allowed
 */
export function ask(
  url: string,
  { method, headers, body, patience, giveUp, allowPrivate }: AskOptions,
): Promise<Answer> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  // A name is checked when it is resolved; an address is not resolved.
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) return Promise.reject(new ForbiddenAddress(host))
  const late = AbortSignal.timeout(patience)
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(target, {
      method,
      headers,
      agent: false,
      signal: giveUp ? AbortSignal.any([late, giveUp]) : late,
      ...(allowPrivate ? {} : { lookup: lookupPublic }),
    })
    request.once('response', (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
      response.destroy()
    })
    request.once('error', (error) =>
      reject(error.name === 'AbortError' ? new Error(`No answer within ${patience / 1000} s`) : error),
    )
    request.end(body)
  })
}
