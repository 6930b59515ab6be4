import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

export const previewedCollections = ['articles', 'symptoms', 'remedies', 'clinics'] as const
export type PreviewedCollection = (typeof previewedCollections)[number]

/** The draft that a link shows: a document in a language, as it stands whenever it is asked for. */
export interface PreviewSubject {
  collection: PreviewedCollection
  id: string
  locale: 'en' | 'es'
}

/** A link lives at least this long and at most twice as long, in milliseconds. All that are made in one such span are the same. */
const span = 10 * 60_000

/**
 * A link to a draft that whoever has it may follow, without a login and not for long. The admin makes it anew with each save; it
 * stays the same within {@link span}, so that the page beside the editor is not loaded again each time.
 *
 * @param secret the installation's own; the key is derived from it and signs nothing else
 */
export function signPreview(secret: string, { collection, id, locale }: PreviewSubject, now = Date.now()): string {
  const expires = (Math.floor(now / span) + 2) * span
  const claims = [collection, id, locale, expires.toString(36)].join('.')
  return `${claims}.${signatureOf(secret, claims)}`
}

/** What a link shows: `wrong` where it was not made here, `expired` where it was and its time is over. */
export function readPreview(secret: string, token: unknown, now = Date.now()): PreviewSubject | 'wrong' | 'expired' {
  if (typeof token !== 'string' || token.length > 200) return 'wrong'
  const end = token.lastIndexOf('.')
  const claims = token.slice(0, Math.max(end, 0))
  const signature = Buffer.from(token.slice(end + 1))
  const expected = Buffer.from(signatureOf(secret, claims))
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return 'wrong'
  const [collection, id, locale, expires] = claims.split('.')
  if (Number.parseInt(expires ?? '', 36) <= now) return 'expired'
  return { collection, id, locale } as PreviewSubject
}

function signatureOf(secret: string, claims: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'saphena preview link', 32))
  return createHmac('sha256', key).update(claims).digest('base64url')
}
