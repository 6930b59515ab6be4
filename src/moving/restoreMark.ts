import type { BasePayload } from 'payload'
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

export const setRestoreMark = (payload: BasePayload, mark: RestoreMark): Promise<void> =>
  payload.kv.set(key, mark as never)

export const takeRestoreMark = (payload: BasePayload): Promise<void> => payload.kv.delete(key)

/** A server on half of a database would make a first administrator in it, and serve what there is. */
export async function refuseHalfRestored(payload: BasePayload): Promise<void> {
  if (await readRestoreMark(payload))
    throw new Refused(
      'A restore into this database was interrupted. Run it again (npm run restore -- FOLDER), which puts it right; or begin with an empty database',
    )
}
