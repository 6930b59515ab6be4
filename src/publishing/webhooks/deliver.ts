import { randomUUID } from 'node:crypto'
import type { BasePayload, Where } from 'payload'
import { logStoreOf } from '../../database/logStore'
import type { Webhook, WebhookDelivery } from '../../payload-types'
import { type Following, followOnce } from '../followLog'
import { enabledWebhooks, planDeliveries, type Told } from './planDeliveries'
import { post } from './post'
import { longestPause, nextAttempt } from './retries'
import { signedHeaders } from './sign'

export interface WebhookOptions extends Told {
  allowPrivate: boolean
  /** How long a receiver may take, in milliseconds. @default 15000 */
  patience?: number
  /** How often what is due is looked for, in milliseconds. @default 1000 */
  everyMs?: number
}

/** So long a receiver may still answer once the process is to end; who is silent longer is told again by another process. */
const lastWordMs = 2_000

/**
 * Tells webhooks what the log says: each gets its deliveries in order and one at a time, and waits for none of the others. Any
 * number of processes may run this on one database; a lease on each webhook lets one of them send.
 */
export async function runWebhooks(payload: BasePayload, options: WebhookOptions): Promise<{ stop(): Promise<void> }> {
  const owner = randomUUID()
  const busy = new Map<string, Promise<void>>()
  const giveUp = new AbortController()
  let stopped = false

  const look = async () => {
    for (const webhook of await dueWebhooks(payload)) {
      if (stopped || busy.has(webhook.id)) continue
      const work = sendDue(payload, webhook, owner, { ...options, giveUp: giveUp.signal }, () => stopped)
        .catch((error) =>
          payload.logger.error({ err: error, webhook: webhook.id, msg: 'A webhook could not be served' }),
        )
        .finally(() => busy.delete(webhook.id))
      busy.set(webhook.id, work)
    }
  }
  let looking: Promise<void> = Promise.resolve()
  const lookNow = () => {
    looking = looking.then(look).catch((error) => {
      payload.logger.error({ err: error, msg: 'Webhooks could not be looked for; it is tried again' })
    })
  }
  const timer = setInterval(lookNow, options.everyMs ?? 1_000)
  timer.unref()
  const planning: Following = await followOnce(payload, 'webhooks', async (entry) => {
    if (await planDeliveries(payload, entry, options)) lookNow()
  })

  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await planning.stop()
      await looking
      const late = setTimeout(() => giveUp.abort(), lastWordMs)
      await Promise.all(busy.values())
      clearTimeout(late)
    },
  }
}

const waiting: Where = { state: { equals: 'waiting' } }

/** The enabled webhooks that something waits for. */
async function dueWebhooks(payload: BasePayload): Promise<Webhook[]> {
  const due: Webhook[] = []
  for (const webhook of await enabledWebhooks(payload)) if (await firstWaiting(payload, webhook.id)) due.push(webhook)
  return due
}

/** The oldest that is not delivered, if it is due: those after it wait for it. */
async function firstWaiting(payload: BasePayload, webhook: string): Promise<WebhookDelivery | undefined> {
  const { docs } = await payload.find({
    collection: 'webhook-deliveries',
    where: { and: [{ webhook: { equals: webhook } }, waiting] },
    sort: 'position',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const [first] = docs
  return first && isDue(first) ? first : undefined
}

function isDue({ nextAttemptAt }: WebhookDelivery): boolean {
  if (!nextAttemptAt) return true
  const pause = new Date(nextAttemptAt).getTime() - Date.now()
  // None is as long: the clock was set back.
  return pause <= 0 || pause > longestPause
}

async function sendDue(
  payload: BasePayload,
  webhook: Webhook,
  owner: string,
  options: WebhookOptions & { giveUp: AbortSignal },
  isStopped: () => boolean,
): Promise<void> {
  const patience = options.patience ?? 15_000
  const store = logStoreOf(payload)
  // What is left of a lease when it is renewed covers one more attempt.
  let renewAt = 0
  while (!isStopped()) {
    const now = performance.now()
    if (now >= renewAt) {
      if ((await store.lease(`webhook:${webhook.id}`, owner, patience * 2)) === undefined) return
      renewAt = now + patience
    }
    const delivery = await firstWaiting(payload, webhook.id)
    if (!delivery) return
    const outcome = await attempt(webhook, delivery, { ...options, patience })
    // Nobody knows whether it was heard: it waits as before, and no attempt is counted.
    if (options.giveUp.aborted && outcome.state !== 'delivered') return
    await payload.update({
      collection: 'webhook-deliveries',
      id: delivery.id,
      data: outcome,
      depth: 0,
      overrideAccess: true,
    })
    if (outcome.state === 'waiting') return
  }
}

type Outcome = Pick<
  WebhookDelivery,
  'state' | 'attempts' | 'nextAttemptAt' | 'lastStatus' | 'lastError' | 'deliveredAt'
>

async function attempt(
  webhook: Webhook,
  delivery: WebhookDelivery,
  { allowPrivate, giveUp, patience }: { allowPrivate: boolean; giveUp: AbortSignal; patience: number },
): Promise<Outcome> {
  const attempts = (delivery.attempts ?? 0) + 1
  let status: number | null = null
  let problem: string | null = null
  try {
    const headers = signedHeaders(webhook.secret, delivery.id, new Date(), delivery.body)
    status = (await post(webhook.url, { headers, body: delivery.body, patience, giveUp, allowPrivate })).status
    if (status < 200 || status > 299) problem = `The receiver answered ${status}`
  } catch (error) {
    problem = error instanceof Error ? error.message.slice(0, 300) : String(error)
  }
  const now = new Date()
  const said = { attempts, lastStatus: status, lastError: problem }
  if (!problem) return { ...said, state: 'delivered', nextAttemptAt: null, deliveredAt: now.toISOString() }
  const next = nextAttempt(attempts, new Date(delivery.createdAt), now, Math.random())
  return { ...said, state: next ? 'waiting' : 'failed', nextAttemptAt: next?.toISOString() ?? null }
}
