import type { BasePayload } from 'payload'
import { type LogRow, logStoreOf } from '../../database/logStore'
import { type MovedCursor, movedLogOf } from '../../database/movedLog'
import { digestOf } from '../digestOf'
import type { MovedPart } from '../movedParts'

const pageSize = 500

/** The publish log with its positions, which the cursors of apps are. */
export function logPart(payload: BasePayload): MovedPart {
  const store = logStoreOf(payload)
  const keyOf = ({ position }: LogRow) => String(position).padStart(16, '0')
  const pages = async function* (after: number, until: number) {
    for (let at = after; at < until; ) {
      const rows = await store.readAfter(at, pageSize)
      yield rows
      at = rows.at(-1)?.position ?? until
      if (rows.length < pageSize) return
    }
  }
  return {
    name: 'publish-log',
    async *list() {
      for await (const rows of pages(0, Number.POSITIVE_INFINITY))
        for (const row of rows) yield { key: keyOf(row), stamp: row.at }
    },
    async read(keys) {
      const wanted = new Set(keys)
      const positions = keys.map(Number)
      const found = new Map<string, object[]>()
      for await (const rows of pages(Math.min(...positions) - 1, Math.max(...positions)))
        for (const row of rows) if (wanted.has(keyOf(row))) found.set(keyOf(row), [row])
      return found
    },
    write: (lines, req) => movedLogOf(payload).putRows(lines as LogRow[], req),
    keyOf: (line) => keyOf(line as LogRow),
  }
}

/** How far each of those has come that follow the log once for all processes. */
export function cursorsPart(payload: BasePayload): MovedPart {
  const log = movedLogOf(payload)
  return {
    name: 'publish-cursors',
    async *list() {
      yield { key: '', stamp: digestOf(await log.readCursors()) }
    },
    read: async () => new Map([['', await log.readCursors()]]),
    write: (lines, req) => log.putCursors(lines as MovedCursor[], req),
    keyOf: () => '',
  }
}
