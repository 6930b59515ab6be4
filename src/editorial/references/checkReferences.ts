import { setTimeout as wait } from 'node:timers/promises'
import type { BasePayload, TaskConfig } from 'payload'
import { settings } from '../../settings'
import { isInterrupted } from '../interruption'
import { afterCheck, type ReferenceState } from './afterCheck'
import { type AskAddressOptions, askAddress } from './askAddress'

/** A queue of its own, so that nothing else waits for other people's servers. */
export const referencesQueue = 'references'
/** So many addresses in a run, and a run a minute. */
const perRun = 4
const lookedThrough = 100

/** Every minute: asks for a few of the addresses that are due. */
export const checkReferencesTask: TaskConfig = {
  slug: 'checkReferences',
  label: 'Check whether references still answer',
  retries: 0,
  schedule: [{ cron: '* * * * *', queue: referencesQueue }],
  outputSchema: [{ name: 'checked', type: 'number' }],
  handler: async ({ req }) => {
    const { serverUrl, referencesAllowPrivate } = settings
    return {
      output: { checked: await checkReferences(req.payload, { serverUrl, allowPrivate: referencesAllowPrivate }) },
    }
  },
}

export interface CheckOptions extends AskAddressOptions {
  /** Between two addresses, in milliseconds. @default 5000 */
  betweenMs?: number
  /** @default the present */
  now?: Date
}

/**
 * Asks for what is due, one address after the other with a pause between, and no host twice in a run.
 *
 * @returns how many were asked for
 */
export async function checkReferences(
  payload: BasePayload,
  { betweenMs = 5000, now, ...options }: CheckOptions,
): Promise<number> {
  const due = await dueReferences(payload, now ?? new Date())
  for (const [index, { id, url, state, failures }] of due.entries()) {
    if (index > 0) await wait(betweenMs)
    if (isInterrupted()) return index
    const found = await askAddress(url, options)
    await payload.update({
      collection: 'reference-checks',
      id,
      data: afterCheck({ state, failures: failures ?? 0 }, found, now ?? new Date()),
      depth: 0,
      overrideAccess: true,
    })
  }
  return due.length
}

interface Due {
  id: string
  url: string
  host: string
  state: ReferenceState
  failures?: number | null
}

/** The longest due first, one of each host. */
async function dueReferences(payload: BasePayload, now: Date): Promise<Due[]> {
  const { docs } = await payload.db.find<Due>({
    collection: 'reference-checks',
    where: { dueAt: { less_than_equal: now.toISOString() } },
    select: { url: true, host: true, state: true, failures: true },
    sort: 'dueAt',
    limit: lookedThrough,
    pagination: false,
  })
  const byHost = new Map<string, Due>()
  for (const each of docs) if (!byHost.has(each.host)) byHost.set(each.host, each)
  return [...byHost.values()].slice(0, perRun)
}
