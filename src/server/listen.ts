import type { Server } from 'node:http'
import type { ListenOptions } from 'node:net'

/** @throws where it cannot, as where the port is taken */
export function listen(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, resolve)
  })
}
