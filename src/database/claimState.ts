import type { BasePayload, Payload } from 'payload'
import { mongoOf } from './mongoDatabase'

/** For so long nobody else may write upon a state that one claimed and then failed to save, in milliseconds. */
const claimMs = 10_000

interface Claim {
  _id: string
  state: string
  owner: string
  at: number
}

/**
 * Of several who read one state of a document and write upon it in the same moment, one may: the first. A transaction decides that by
 * itself; where MongoDB has none, a row for each document does.
 *
 * @param claim.state what was read; the next state is free for all again
 * @param claim.owner who may try again
 */
export async function claimState(
  payload: BasePayload,
  { document, state, owner }: { document: string; state: string; owner: string },
): Promise<boolean> {
  const mongo = mongoOf(payload as unknown as Payload)
  if (!mongo || mongo.transactionOptions) return true
  const at = Date.now()
  const free = [{ state: { $ne: state } }, { owner }, { at: { $lt: at - claimMs } }, { at: { $gt: at } }]
  try {
    await mongo.connection
      .collection<Claim>('saphena-claims')
      .updateOne({ _id: document, $or: free }, { $set: { state, owner, at } }, { upsert: true })
    return true
  } catch (error) {
    // It is there, and not free: it cannot be made either.
    if ((error as { code?: number }).code === 11_000) return false
    throw error
  }
}
