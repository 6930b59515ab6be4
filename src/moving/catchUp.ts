import { setTimeout as pause } from 'node:timers/promises'
import type { BasePayload } from 'payload'
import { type LogRow, logStoreOf } from '../database/logStore'
import { Refused } from './Refused'
import { rewritePart, type WrittenPart } from './writePart'

/** Each look at the database takes a small part of the time that the export took; most settle at the second or third. */
const mostLooks = 60

/**
 * Makes one state of what was read while others wrote, where the database cannot be read as it was at one moment: what changed is read
 * again, until a look at everything finds what the look before it found. Between these two nothing changed, and that moment is what
 * the export holds.
 */
export async function catchUp(
  payload: BasePayload,
  folder: string,
  written: WrittenPart[],
  report: (changed: number) => void,
): Promise<WrittenPart[]> {
  const changed = new Map(written.map((each) => [each, new Map<string, object[]>()]))
  for (let look = 0; ; look++) {
    if (look === mostLooks)
      throw new Refused(
        'The database did not stand still for a moment in all this time. Export again when fewer people write, or stop the server meanwhile',
      )
    const stale = await findStale(payload, written)
    const pieces = [...stale.values()].reduce((sum, keys) => sum + keys.size, 0)
    const underWay = (await logStoreOf(payload).abandoned(-60_000)).length
    if (pieces === 0 && underWay === 0 && look > 0) break
    report(pieces)
    for (const [each, keys] of stale) {
      for (const key of keys) {
        const lines = (await each.part.read([key])).get(key) ?? []
        changed.get(each)?.set(key, lines)
      }
    }
    if (look > 0) await pause(Math.random() * 100)
  }
  const current: WrittenPart[] = []
  for (const each of written) {
    const pieces = changed.get(each)
    current.push(pieces?.size ? await rewritePart(folder, each, pieces) : each)
  }
  return current
}

/** The pieces whose stamp is another than when they were read last; the stamps are noted, since they are read again now. */
async function findStale(payload: BasePayload, written: WrittenPart[]): Promise<Map<WrittenPart, Set<string>>> {
  const stale = new Map<WrittenPart, Set<string>>()
  for (const each of written) {
    const keys = new Set<string>()
    const gone = new Set(each.stamps.keys())
    for await (const { key, stamp } of each.part.list()) {
      gone.delete(key)
      if (each.stamps.get(key) !== stamp) keys.add(key)
      each.stamps.set(key, stamp)
    }
    for (const key of gone) {
      keys.add(key)
      each.stamps.delete(key)
    }
    if (keys.size > 0) stale.set(each, keys)
  }
  await addLogged(payload, written, stale)
  return stale
}

/** Linking rewrites a document without a new time of change; where readers see the difference, the log says so. */
async function addLogged(
  payload: BasePayload,
  written: WrittenPart[],
  stale: Map<WrittenPart, Set<string>>,
): Promise<void> {
  for (const [{ part }, keys] of [...stale]) {
    if (part.name !== 'publish-log') continue
    for (const key of keys) {
      const [row] = (await logStoreOf(payload).readAfter(Number(key) - 1, 1)) as [LogRow?]
      for (const each of written) {
        const { name } = each.part
        if (!row || (name !== row.collection && name !== `${row.collection}-versions`)) continue
        stale.set(each, (stale.get(each) ?? new Set()).add(row.document))
      }
    }
  }
}
