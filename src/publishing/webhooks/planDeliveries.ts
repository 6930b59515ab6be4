import type { BasePayload } from 'payload'
import type { Webhook } from '../../payload-types'
import type { LogEntry } from '../logEntry'

const nouns: Record<LogEntry['collection'], string> = {
  articles: 'article',
  symptoms: 'symptom',
  remedies: 'remedy',
  clinics: 'clinic',
  media: 'media',
  redirects: 'redirect',
}

/** What is told beside the entry itself. */
export interface Told {
  serverUrl: string | undefined
  /** The surrogate keys that an entry purges, as they stand in the header of answers. */
  keysOf: (entry: LogEntry) => string[]
}

/** What a webhook is told of an entry: which document, and nothing of its content, which is to be fetched where it is public. */
export function bodyOf(entry: LogEntry, { serverUrl, keysOf }: Told): { type: string; body: string } {
  const { position, at, event, collection, document, locales, slugs, slugsBefore } = entry
  const type = `${nouns[collection]}.${event}`
  const slug = slugs.en ?? Object.values(slugs)[0]
  const served = slug && ['articles', 'symptoms', 'remedies', 'clinics'].includes(collection)
  const data = {
    id: document,
    collection,
    position,
    locales,
    slugs,
    ...(event === 'moved' ? { slugsBefore } : {}),
    keys: keysOf(entry),
    ...(served ? { href: `${serverUrl ?? ''}/v1/${collection}/${encodeURIComponent(slug)}` } : {}),
  }
  return { type, body: JSON.stringify({ type, timestamp: at, data }) }
}

/** Who is told at all. */
export async function enabledWebhooks(payload: BasePayload): Promise<Webhook[]> {
  const { docs } = await payload.find({
    collection: 'webhooks',
    where: { enabled: { equals: true } },
    limit: 0,
    pagination: false,
    depth: 0,
    joins: false,
    overrideAccess: true,
  })
  return docs
}

/**
 * Writes down what each webhook that asked for an entry is to be sent. The same entry again adds nothing, so it may be given twice.
 *
 * @returns whether there is something to send
 */
export async function planDeliveries(payload: BasePayload, entry: LogEntry, told: Told): Promise<boolean> {
  const { type, body } = bodyOf(entry, told)
  let planned = false
  for (const webhook of await enabledWebhooks(payload)) {
    const asksFor = (list: readonly string[] | null | undefined, value: string) => !list?.length || list.includes(value)
    if (!asksFor(webhook.events, entry.event) || !asksFor(webhook.collections, entry.collection)) continue
    // What happened before somebody asked is not told.
    if (isBefore(entry, webhook)) continue
    planned = true
    const key = `${webhook.id}:${entry.position}`
    const known = await payload.count({
      collection: 'webhook-deliveries',
      where: { key: { equals: key } },
      overrideAccess: true,
    })
    if (known.totalDocs > 0) continue
    await payload.create({
      collection: 'webhook-deliveries',
      data: { webhook: webhook.id, key, position: entry.position, event: type, body, state: 'waiting', attempts: 0 },
      depth: 0,
      overrideAccess: true,
    })
  }
  return planned
}

/** Webhooks of an earlier version of Saphena say only by the clock when they were made. */
const isBefore = ({ position, at }: LogEntry, { since, createdAt }: Webhook): boolean =>
  typeof since === 'number' ? position <= since : at < createdAt
