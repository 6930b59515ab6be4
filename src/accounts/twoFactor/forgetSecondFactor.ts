import type { CollectionAfterDeleteHook } from 'payload'
import { dropSecondFactor } from './secondFactor'

/** What somebody logged in by goes with him. */
export const forgetSecondFactor: CollectionAfterDeleteHook = async ({ id, req }) => {
  await dropSecondFactor(req.payload, String(id), req)
}
