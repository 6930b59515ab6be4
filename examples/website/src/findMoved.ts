import type { Collection } from './openPage'
import { pathOf } from './openPage'
import { operations } from './operations/operations'
import type { Ask } from './server/askSaphena'
import type { Locale } from './words'

/** Where the page went that once had this address; a page that never was is answered 404. */
export async function findMoved(ask: Ask, locale: Locale, collection: Collection, slug: string): Promise<Response> {
  const { Redirects } = await ask(operations.moved, { from: slug, collection, locale })
  const moved = Redirects?.docs[0]?.document?.value?.slug
  if (!moved || moved === slug) return new Response(null, { status: 404 })
  return new Response(null, { status: 301, headers: { location: pathOf(locale, collection, moved) } })
}
