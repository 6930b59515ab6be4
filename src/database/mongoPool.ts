import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/** MongoDB's connections as this process has them. */
export interface MongoPool {
  open: number
  inUse: number
  /** Who waits for one. */
  waiting: number
  /** Those who could not get one, since the start. */
  failed: number
}

type Client = ReturnType<MongooseAdapter['connection']['getClient']>
interface Of {
  address: string
  connectionId: number | '<monitor>'
}

const pools = new WeakMap<Client, () => MongoPool>()

/**
 * Counts by the driver's own events, from the first call on: a connection that was made before is known once it is used.
 *
 * @returns how many there are now
 */
export function mongoPoolOf({ connection }: MongooseAdapter): MongoPool {
  const client = connection.getClient()
  const known = pools.get(client) ?? watch(client)
  pools.set(client, known)
  return known()
}

function watch(client: Client): () => MongoPool {
  const open = new Set<string>()
  const inUse = new Set<string>()
  let waiting = 0
  let failed = 0
  const nameOf = ({ address, connectionId }: Of) => `${address}#${connectionId}`
  client.on('connectionCreated', (event) => open.add(nameOf(event)))
  client.on('connectionClosed', (event) => {
    open.delete(nameOf(event))
    inUse.delete(nameOf(event))
  })
  client.on('connectionCheckOutStarted', () => {
    waiting++
  })
  client.on('connectionCheckOutFailed', () => {
    waiting = Math.max(0, waiting - 1)
    failed++
  })
  client.on('connectionCheckedOut', (event) => {
    waiting = Math.max(0, waiting - 1)
    open.add(nameOf(event))
    inUse.add(nameOf(event))
  })
  client.on('connectionCheckedIn', (event) => inUse.delete(nameOf(event)))
  return () => ({ open: open.size, inUse: inUse.size, waiting, failed })
}
