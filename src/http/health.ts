import type { RequestHandler } from 'express'
import type { BasePayload } from 'payload'
import { checkWritable } from '../database/checkWritable'
import { checkDatabase } from '../database/health'
import { pendingMigrations } from '../database/migrate'

/** `/healthz`: the process answers. A restart would help only where this fails. */
export const serveHealth: RequestHandler = (_req, res) => {
  res.setHeader('Cache-Control', 'no-store').json({ status: 'ok' })
}

export interface ReadinessParts {
  isClosing?: () => boolean
  /** Whether what follows the publish log in this process is not far behind. */
  isFollowing?: () => boolean
}

/**
 * `/readyz`: it can do all that it is there for. Its database answers and takes writes, has seen every migration, what readers are given
 * from memory is in step with the publish log, and it is not going down. A balancer sends no one here while it is 503; why, the log says.
 */
export function serveReadiness(
  payload: BasePayload,
  { isClosing = () => false, isFollowing = () => true }: ReadinessParts = {},
): RequestHandler {
  let told = ''
  return async (_req, res) => {
    if (isClosing()) {
      // At once: whoever asks has seconds to send others elsewhere, and a busy database would take them.
      res.status(503).setHeader('Cache-Control', 'no-store').json({ status: 'closing' })
      return
    }
    const { ok, kind, detail } = await checkDatabase(payload)
    const writable = ok && (await checkWritable(payload))
    const migrations = ok ? await migrationsIn(payload) : 'unknown'
    const following = isFollowing()
    const ready = writable && migrations === 'done' && following
    const status = ready ? 'ready' : 'unavailable'
    const said = { database: { ok, kind, writable }, migrations, following }
    // Once for each change: it is asked every few seconds.
    const now = JSON.stringify({ status, ...said })
    if (!ready && now !== told) payload.logger.warn({ status, ...said, detail, msg: 'Not ready' })
    told = now
    res
      .status(ready ? 200 : 503)
      .setHeader('Cache-Control', 'no-store')
      .json({ status, ...said })
  }
}

async function migrationsIn(payload: BasePayload): Promise<'done' | 'pending' | 'unknown'> {
  try {
    return (await pendingMigrations(payload)).length === 0 ? 'done' : 'pending'
  } catch {
    return 'unknown' // the database went away in this moment, and the next answer says so
  }
}
