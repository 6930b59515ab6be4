import { hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { getOperationAST, parse } from 'graphql'

/** Longer GraphQL documents pass by: they are read whole before the cache knows what they ask. */
const longestBody = 100_000
const longestUrl = 8_000

/**
 * `/v1` answers that are read from the log or from an index that follows it pass by: they may be older than the purge.
 * `/api/graphql` has its own rules; people, drafts and previews, Payload's own collections and files are never kept. In whatever case an
 * address is written: Express knows it all the same.
 */
const kept =
  /^\/(?:api\/(?!users|linking|import|draft-shares|payload-|graphql|media\/file)[\w/-]+|v1\/(?!sync|manifest|bundle|search|mirror|preview)[\w/.~%-]+)$/i
const graphql = '/api/graphql'

/** Who asks makes a difference, or the method is not what it looks like. */
const bypassing = ['cookie', 'authorization', 'x-http-method-override', 'x-payload-http-method-override'] as const

/** The key of a GET or HEAD by a stranger; undefined where the request has to pass by the cache. */
export function keyOfRead({ method, url = '', headers }: IncomingMessage): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > longestUrl) return undefined
  for (const name of bypassing) if (headers[name] !== undefined) return undefined
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) return undefined
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  if (path === graphql) return streams(headers.accept) ? undefined : `${site(headers)}${url}\n${headers.accept ?? ''}`
  return kept.test(path) ? site(headers) + url : undefined
}

/** Whether a POST may be a GraphQL query of a stranger: only then is its body read here. */
export function mayBeQuery({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== graphql || streams(headers.accept)) return false
  if (bypassing.some((name) => headers[name] !== undefined) || headers['content-encoding'] !== undefined) return false
  const length = Number(headers['content-length'] ?? Number.NaN)
  return length > 0 && length <= longestBody && /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
}

export function keyOfQuery({ url = '', headers }: IncomingMessage, body: Buffer): string {
  return `${site(headers)}${url}\n${headers.accept ?? ''}\n${headers['content-type']}\n${hash('sha256', body, 'base64')}`
}

/** A mutation, or what is not GraphQL at all, is not for the cache. */
export function isQuery(body: Buffer): boolean {
  try {
    const { query, operationName } = JSON.parse(body.toString())
    return getOperationAST(parse(query, { maxTokens: 2000 }), operationName)?.operation === 'query'
  } catch {
    return false // it has a fault, and GraphQL says which
  }
}

/** Answers may hold the address that they were asked at, and other sites may be told that they may read. */
const site = ({ host = '', origin = '' }: IncomingMessage['headers']): string => `${host}\n${origin}\n`

const streams = (accept: string | undefined): boolean =>
  accept !== undefined && (accept.length > 300 || /event-stream|multipart/i.test(accept))
