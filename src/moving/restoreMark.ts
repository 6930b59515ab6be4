import type { BasePayload, PayloadRequest } from 'payload'
import { Refused } from './Refused'

const key = 'saphena-restoring'

/** Stands in the database from before a restore's first write until after its last. */
export interface RestoreMark {
  /** Which export, by the digest of its manifest. */
  export: string
  /** What is done next. */
  next: 'content' | 'derived'
}

export const readRestoreMark = (payload: BasePayload): Promise<RestoreMark | null> =>
  payload.kv.get(key) as Promise<RestoreMark | null>

/** As `payload.kv` does, which joins no transaction: what is done and the word of it are kept together or not at all. */
export async function setRestoreMark(
  payload: BasePayload,
  mark: RestoreMark,
  req: Partial<PayloadRequest> = {},
): Promise<void> {
  await payload.db.upsert({
    collection: 'payload-kv',
    data: { key, data: mark },
    where: { key: { equals: key } },
    req,
  })
}

export const takeRestoreMark = (payload: BasePayload): Promise<void> => payload.kv.delete(key)

/** A server on half of a database would make a first administrator in it, and serve what there is; a copy of it would pass for a whole one. */
export async function refuseHalfRestored(payload: BasePayload): Promise<void> {
  if (await readRestoreMark(payload))
    throw new Refused(
      'A restore into this database is under way, or was interrupted. If it was, run it again (npm run restore -- FOLDER), which puts it right; or begin with an empty database',
    )
}
