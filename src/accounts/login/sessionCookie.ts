import type { CollectionConfig } from 'payload'

/** How a browser keeps a session: it goes with no request that another site makes, and over https alone where that is the public address. */
export const sessionCookie = (serverUrl: string | undefined): { sameSite: 'Lax'; secure: boolean } => ({
  sameSite: 'Lax',
  secure: serverUrl?.startsWith('https:') ?? false,
})

/** Has those who log in to a collection keep their session so. */
export function withSessionCookie(collection: CollectionConfig, serverUrl: string | undefined): CollectionConfig {
  const auth = typeof collection.auth === 'object' ? collection.auth : {}
  return { ...collection, auth: { ...auth, cookies: sessionCookie(serverUrl) } }
}
