import { rmSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { createHandedOver } from '../workers/handOver'
import { thisWorker } from '../workers/thisWorker'
import { listen } from './listen'

/** For the admin in one process and requests for it in all. */
export async function listenForHandedOver(admin: RequestListener): Promise<Server | undefined> {
  const { adminSocket } = thisWorker
  if (!adminSocket) return undefined
  rmSync(adminSocket, { force: true }) // the one before was killed
  const server = createHandedOver(admin)
  await listen(server, { path: adminSocket, exclusive: true })
  return server
}

/** The others hand requests over as long as they finish theirs. */
export async function closeHandedOver(server: Server | undefined, othersGone: Promise<void>): Promise<void> {
  if (!server) return
  await othersGone
  await new Promise((resolve) => server.close(resolve))
}
