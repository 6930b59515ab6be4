import { channel } from 'node:diagnostics_channel'

/** Told of each turn of SQLite's one writer, when it is over. */
export const writeTimes = channel('saphena:sqlite-writes')

/** How long a write waited for its turn and then held it, in milliseconds. */
export interface WriteTimes {
  waitedMs: number
  heldMs: number
}
