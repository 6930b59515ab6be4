import { APIError } from 'payload'

interface Conflict {
  /** Stable: a client tells this refusal from others by it. */
  code: 'conflict'
  /** Who saved it meanwhile; null where nobody did but the server. */
  by: string | null
  /** When, ISO 8601 in UTC. */
  at: string
  /** As Payload's form takes errors: it keeps this one beside the field, where `SavedElsewhere` finds it. */
  errors: { path: 'updatedAt'; message: string }[]
}

/** Somebody saved a document after it was read for this change: 409, and nothing is written. */
export class ConflictError extends APIError<Conflict> {
  constructor({ by, own, at }: { by: string | null; own: boolean; at: string }) {
    const who = own ? 'You saved this in another window' : `${by ?? 'Saphena'} saved this`
    const message = `${who} ${ago(at)}, after you opened it. Nothing of yours was saved now, and nothing was overwritten.`
    super(message, 409, { code: 'conflict', by, at, errors: [{ path: 'updatedAt', message }] }, true)
  }
}

/** In words that are right in every time zone. */
function ago(at: string): string {
  const minutes = Math.round((Date.now() - Date.parse(at)) / 60_000)
  if (!(minutes >= 1)) return 'just now'
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  const hours = Math.round(minutes / 60)
  if (hours < 48) return hours === 1 ? 'an hour ago' : `${hours} hours ago`
  return `${Math.round(hours / 24)} days ago`
}
