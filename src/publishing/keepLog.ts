import type { BasePayload } from 'payload'
import { completeIntents } from './logChanges'
import { compactLog } from './publishLog'

/** How long an entry is kept although a later one of its document has replaced it. */
const keepDays = 30
const deliveriesKeptDays = 30
const tidyEveryMs = 60 * 60_000
const completeEveryMs = 60_000

/**
 * Completes what a process left half done, at start and every minute: until then nobody is told of it. And takes out what is old,
 * at start and every hour: replaced entries of the log, and deliveries that were made.
 *
 * @returns ends it
 */
export function keepLog(payload: BasePayload): () => void {
  const complete = async () => {
    try {
      const completed = await completeIntents(payload)
      if (completed)
        payload.logger.warn({ completed, msg: 'Changes without their entry in the publish log were completed' })
    } catch (error) {
      payload.logger.error({ err: error, msg: 'The publish log could not be completed; it is tried again' })
    }
  }
  const tidy = async () => {
    try {
      await compactLog(payload, keepDays)
      await payload.delete({
        collection: 'webhook-deliveries',
        where: {
          and: [
            { state: { not_equals: 'waiting' } },
            { createdAt: { less_than: new Date(Date.now() - deliveriesKeptDays * 86_400_000).toISOString() } },
          ],
        },
        depth: 0,
        overrideAccess: true,
      })
    } catch (error) {
      payload.logger.error({ err: error, msg: 'The publish log could not be tidied; it is tried again' })
    }
  }
  void complete().then(tidy)
  const timers = [setInterval(() => void complete(), completeEveryMs), setInterval(() => void tidy(), tidyEveryMs)]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(clearInterval)
}
