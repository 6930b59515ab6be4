import { type BasePayload, createLocalReq } from 'payload'
import { defaultLocaleOf } from '../vocabulary'
import { linkDraft } from './linkDraft'
import type { PreviewedCollection, PreviewSubject } from './previewToken'
import { requestOfNobody } from './requestOfNobody'

/** A document as its newest version has it, in one language: what it points to are ids. */
export interface Draft {
  collection: PreviewedCollection
  locale: 'en' | 'es'
  data: Record<string, unknown>
  /** Its address and readiness, every language side by side. */
  slug: Record<string, unknown>
  localeStatus: Record<string, unknown>
}

/**
 * The newest version of a document, published or not, past every rule: who may see it is decided before. Undefined where there is no
 * such document, or it is in the trash.
 */
export async function readDraft(payload: BasePayload, subject: PreviewSubject): Promise<Draft | undefined> {
  const { collection, id, locale } = subject
  const newest = {
    collection,
    id,
    draft: true,
    depth: 0,
    joins: false as never, // not of every collection's type

    disableErrors: true,
    overrideAccess: true,
  } as const
  const data = await payload.findByID({
    ...newest,
    locale,
    fallbackLocale: locale === defaultLocaleOf(payload) ? false : (defaultLocaleOf(payload) as 'en'),
    req: await requestOfNobody(payload, locale),
  })
  if (!data) return undefined
  const everywhere = (await payload.findByID({
    ...newest,
    locale: 'all',
    select: { slug: true, localeStatus: true },
    req: await createLocalReq({ locale: 'all' }, payload),
  })) as unknown as Pick<Draft, 'slug' | 'localeStatus'> | null
  const { slug, localeStatus } = everywhere ?? {}
  const draft: Draft = {
    collection,
    locale,
    data: data as unknown as Record<string, unknown>,
    slug: slug ?? {},
    localeStatus: localeStatus ?? {},
  }
  return collection === 'articles' ? linkDraft(payload, draft) : draft
}
