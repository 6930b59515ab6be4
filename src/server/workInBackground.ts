import type { BasePayload } from 'payload'
import { keysOf } from '../cache/keys'
import { queueGrading } from '../editorial/plainLanguage/gradeUngraded'
import { referencesQueue } from '../editorial/references/checkReferences'
import { followReferences } from '../editorial/references/noteReferences'
import { runJobs } from '../editorial/runJobs'
import { keepLog } from '../publishing/keepLog'
import { runWebhooks } from '../publishing/webhooks/deliver'
import { settings } from '../settings'

export interface BackgroundWork {
  /** Takes no more jobs, and resolves once those that run have ended or gone back into the queue. */
  stopJobs(): Promise<void>
  /** Stops everything. */
  stop(): Promise<void>
}

/** What is done once for all processes of this machine, and is claimed in the database where there are more of them. */
export async function workInBackground(payload: BasePayload): Promise<BackgroundWork> {
  const { referencesCheck, serverUrl, webhookAllowPrivate: allowPrivate } = settings
  const queues = [runJobs(payload)]
  await queueGrading(payload)
  // Which addresses articles cite, and whether they still answer.
  const references = referencesCheck ? await followReferences(payload) : undefined
  if (references) queues.push(runJobs(payload, 1000, referencesQueue))
  const stopKeeping = keepLog(payload)
  const webhooks = await runWebhooks(payload, { serverUrl, keysOf, allowPrivate })
  const stopJobs = async () => {
    await Promise.all(queues.map((stop) => stop()))
  }
  return {
    stopJobs,
    async stop() {
      await stopJobs()
      await references?.stop()
      await webhooks.stop()
      stopKeeping()
    },
  }
}
