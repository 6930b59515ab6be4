import type { Server } from 'node:http'
import type { RequestHandler } from 'express'
import { settings } from '../settings'

/** Next takes a moment to load; readers do not wait for it, and the first editor does. */
export function serveAdmin(httpServer: Server): RequestHandler {
  const prepared = prepareAdmin(httpServer)
  return async (req, res) => {
    await (await prepared)(req, res)
  }
}

/** Only where the admin is served is any of Next loaded. */
async function prepareAdmin(httpServer: Server) {
  const { default: next } = await import('next')
  const admin = next({
    dev: process.env.NODE_ENV === 'development',
    dir: process.cwd(),
    httpServer,
    port: settings.port,
    hostname: settings.host,
  })
  await admin.prepare()
  return admin.getRequestHandler()
}
