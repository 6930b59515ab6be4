import type { BasePayload } from 'payload'
import { logStoreOf } from './logStore'
import { within } from './within'

interface Probe {
  writing: Promise<void> | undefined
  askedAt: number
  wroteAt: number
  failed: boolean
}

const probes = new WeakMap<object, Probe>()

/** While a long transaction keeps others waiting, the last write that came through counts for this long. */
const trustedMs = 30_000
/** However often somebody asks. */
const leastPauseMs = 1_000

/**
 * Whether the database takes writes: tried by one, of a cursor that nobody follows. A full disk, a read-only file and a replica set
 * without a majority still answer reads.
 */
export async function checkWritable(payload: BasePayload, withinMs = 2_000): Promise<boolean> {
  const known: Probe = probes.get(payload.db) ?? {
    writing: undefined,
    askedAt: Number.NEGATIVE_INFINITY,
    wroteAt: Number.NEGATIVE_INFINITY,
    failed: false,
  }
  probes.set(payload.db, known)
  if (!known.writing && performance.now() - known.askedAt >= leastPauseMs) {
    known.askedAt = performance.now()
    known.writing = write(payload, known).finally(() => {
      known.writing = undefined
    })
  }
  const { writing } = known
  if (writing) await within(withinMs, () => writing).catch(() => undefined)
  return !known.failed && performance.now() - known.wroteAt < trustedMs
}

async function write(payload: BasePayload, known: Probe): Promise<void> {
  try {
    await logStoreOf(payload).lease('readiness', 'readiness', 0)
    known.wroteAt = performance.now()
    known.failed = false
  } catch (error) {
    if (!known.failed) payload.logger.error({ err: error, msg: 'The database takes no writes' })
    known.failed = true
  }
}
