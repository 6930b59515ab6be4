import type { RequestHandler } from 'express'
import type { BasePayload } from 'payload'
import { checkDatabase } from '../database/health'

/** `/healthz`: the process answers. A restart would help only where this fails. */
export const serveHealth: RequestHandler = (_req, res) => {
  res.setHeader('Cache-Control', 'no-store').json({ status: 'ok' })
}

/** `/readyz`: it can serve, its database answers, and it is not going down. A balancer sends no one here while it is 503. */
export const serveReadiness =
  (payload: BasePayload, isClosing: () => boolean): RequestHandler =>
  async (_req, res) => {
    const database = await checkDatabase(payload)
    const ready = database.ok && !isClosing()
    res
      .status(ready ? 200 : 503)
      .setHeader('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : isClosing() ? 'closing' : 'unavailable', database })
  }
