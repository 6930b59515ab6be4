import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { retryConflicts } from '../database/conflicts'
import { runInTransaction } from '../database/runInTransaction'
import { Interrupted, isInterrupted } from './interruption'

/** Is called for each transaction. @returns what changes one document, and says in how many places */
type Begin = (req: PayloadRequest) => Promise<(id: string) => Promise<number>>

/** How long one transaction goes on taking documents, in milliseconds: on SQLite every other writer waits for it. */
const longestTurn = 150

/**
 * Changes many documents, in transactions of bounded length. Interrupted, it leaves each changed wholly or not yet.
 *
 * @returns in how many places all were changed
 * @throws Interrupted between two transactions, once the process is asked to end
 */
export async function inTurns(
  payload: BasePayload,
  ids: readonly string[],
  begin: Begin,
  progress?: (done: number, of: number) => Promise<void>,
): Promise<number> {
  let changed = 0
  let done = 0
  while (done < ids.length) {
    if (isInterrupted()) throw new Interrupted()
    const turn = await retryConflicts(() => takeTurn(payload, ids.slice(done), begin))
    done += turn.taken
    changed += turn.changed
    await progress?.(done, ids.length)
  }
  return changed
}

/** As many as fit into one transaction, and one at least. */
async function takeTurn(
  payload: BasePayload,
  ids: readonly string[],
  begin: Begin,
): Promise<{ taken: number; changed: number }> {
  const req = await createLocalReq({}, payload)
  const change = await begin(req)
  return runInTransaction(req, async () => {
    const until = performance.now() + longestTurn
    let taken = 0
    let changed = 0
    do changed += await change(ids[taken++] as string)
    while (taken < ids.length && performance.now() < until)
    return { taken, changed }
  })
}
