import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A new signing secret, as Standard Webhooks writes them. */
export const makeSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/**
 * The headers that a receiver verifies a request by (Standard Webhooks 1.0, “Signature scheme”: HMAC-SHA256 over id, time and body).
 *
 * @param id the same for every attempt, so that a receiver can tell a repetition
 */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}
