import type { EventEmitter } from 'node:events'

/** What of the driver is reached for here and is no part of its interface. */
interface Monitor {
  address: string
  close(): void
  connect(): void
}
export interface MonitoredClient extends Pick<EventEmitter, 'on'> {
  topology?: { s: { servers: Map<string, { monitor: Monitor | null }> } }
}

interface Limits {
  /**
   * So long nothing is heard of a look at a server before looking begins anew, in milliseconds: more than the driver's pause between two
   * looks, its patience with a connection and its patience with a greeting together.
   */
  stalledMs: number
  everyMs?: number
}

/**
 * Has the driver look at its servers again where it has stopped looking. It was seen, once in many times that a database went away
 * and came back on a busy machine: its last look (mongodb 6.20) never ended, and every request failed for as long as the process ran.
 */
export function restartMonitors(client: MonitoredClient, { stalledMs, everyMs = 5_000 }: Limits): () => void {
  const heardAt = new Map<string, number>()
  const hear = ({ connectionId }: { connectionId: string }) => heardAt.set(connectionId, performance.now())
  client.on('serverHeartbeatSucceeded', hear)
  client.on('serverHeartbeatFailed', hear)
  const timer = setInterval(() => {
    for (const { monitor } of client.topology?.s.servers.values() ?? []) {
      if (!monitor) continue
      const { address } = monitor
      const heard = heardAt.get(address)
      if (heard !== undefined && performance.now() - heard < stalledMs) continue
      heardAt.set(address, performance.now())
      if (heard === undefined) continue
      monitor.close()
      monitor.connect()
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
