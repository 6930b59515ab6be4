import type { BasePayload } from 'payload'
import { keysOf } from '../cache/keys'
import { queueGrading } from '../editorial/plainLanguage/gradeUngraded'
import { referencesQueue } from '../editorial/references/checkReferences'
import { followReferences } from '../editorial/references/noteReferences'
import { runJobs } from '../editorial/runJobs'
import { keepLog } from '../publishing/keepLog'
import { runWebhooks } from '../publishing/webhooks/deliver'
import { settings } from '../settings'

/** What is done once for all processes of this machine, and is claimed in the database where there are more of them. */
export async function workInBackground(payload: BasePayload): Promise<() => Promise<void>> {
  const { serverUrl, webhookAllowPrivate: allowPrivate } = settings
  const stopJobs = runJobs(payload)
  await queueGrading(payload)
  const stopChecking = settings.referencesCheck ? await checkOutgoing(payload) : undefined
  const stopKeeping = keepLog(payload)
  const webhooks = await runWebhooks(payload, { serverUrl, keysOf, allowPrivate })
  return async () => {
    await stopJobs()
    await stopChecking?.()
    await webhooks.stop()
    stopKeeping()
  }
}

/** Which addresses articles cite, and whether they still answer. */
async function checkOutgoing(payload: BasePayload): Promise<() => Promise<void>> {
  const following = await followReferences(payload)
  const stopJobs = runJobs(payload, 1000, referencesQueue)
  return async () => {
    await following.stop()
    await stopJobs()
  }
}
