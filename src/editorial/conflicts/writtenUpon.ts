import type { PayloadRequest } from 'payload'
import { claimState } from '../../database/claimState'
import { ConflictError } from './ConflictError'

// A string: Payload takes a context that has none for empty, and makes a new one.
const note = 'writtenUpon'

type Context = { [note]?: { of: unknown; read: string | null } | undefined }

/**
 * Notes which state a change was written upon, before Payload fills in what was not sent: a time, or null for what was never saved.
 *
 * @param of the one document that is changed; undefined where many are
 */
export function noteRead({ context }: PayloadRequest, of: unknown, read: string | null | undefined): void {
  ;(context as Context)[note] = of !== undefined && read !== undefined ? { of, read } : undefined
}

/** @returns undefined where who changes this said nothing of what he has read */
export function readOf({ context }: PayloadRequest, of: unknown): string | null | undefined {
  const noted = (context as Context)[note]
  return noted?.of === of ? noted?.read : undefined
}

/**
 * Takes the newest state for whoever may write upon it, so that of several in the same moment one may.
 *
 * @throws ConflictError where another one was first
 */
export async function claimNewest(req: PayloadRequest, document: string, newest: string | null): Promise<void> {
  const owner = String(req.user?.id ?? '')
  if (!(await claimState(req.payload, { document, state: String(newest), owner })))
    throw new ConflictError({ by: 'Somebody else', own: false, at: new Date().toISOString() })
}
