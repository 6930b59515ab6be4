import type { BasePayload } from 'payload'
import { Gauge, type Registry } from 'prom-client'
import { logStoreOf } from '../database/logStore'
import { followersOf } from '../publishing/followLog'
import { lastPosition } from '../publishing/publishLog'

/** How long the publish log is, and how far behind each follower. @returns reads that, and throws where the database does not answer */
export function measureLog(register: Registry, payload: BasePayload): () => Promise<void> {
  const registers = [register]
  const position = new Gauge({ name: 'saphena_log_position', help: 'The newest entry of the publish log', registers })
  const lag = new Gauge({
    name: 'saphena_follower_lag_entries',
    help: 'How many positions of the publish log a follower has before it',
    labelNames: ['follower'],
    registers,
  })
  const sinceLook = new Gauge({
    name: 'saphena_follower_seconds_since_look',
    help: 'How long ago a follower of this process last came to the end of the log, or saw that another process has it',
    labelNames: ['follower'],
    registers,
  })
  return async () => {
    position.set(Number.NaN)
    lag.reset()
    for (const { name, lookedAt } of followersOf(payload))
      sinceLook.set({ follower: name }, (performance.now() - lookedAt) / 1000)
    const last = await lastPosition(payload)
    position.set(last)
    for (const { name, once, position: own } of followersOf(payload)) {
      // What stands for all is told by its cursor, which the process that has it may be a second ahead of.
      const at = once ? Math.max(own, (await logStoreOf(payload).cursor(name)) ?? 0) : own
      lag.set({ follower: name }, Math.max(0, last - at))
    }
  }
}
