import type { IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'

/** Far more than a webhook is. */
const longest = 100_000

/** The surrogate keys that a change touches, of a request that Saphena signed; undefined of any other. */
export async function receiveWebhook(req: IncomingMessage, secret: string): Promise<string[] | undefined> {
  const body = await textOf(req)
  if (body === undefined) return undefined
  try {
    const { data } = new Webhook(secret).verify(body, req.headers as Record<string, string>) as {
      data?: { keys?: unknown }
    }
    return Array.isArray(data?.keys) ? data.keys.filter((key) => typeof key === 'string') : []
  } catch {
    return undefined
  }
}

/** Undefined where it is longer than what can be meant. */
export async function textOf(req: IncomingMessage, most = longest): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req) {
    length += (chunk as Buffer).length
    if (length > most) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}
