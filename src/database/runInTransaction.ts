import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

/**
 * Runs work whose writes are kept together or not at all, where the database has transactions. Within the transaction of somebody else
 * it is a part of that: he commits, and what fails here takes all of it back, as Payload's own operations do.
 *
 * @param req what the work passes on with each write
 */
export async function runInTransaction<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const ours = await initTransaction(req)
  try {
    const result = await work()
    if (ours) await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
