import type { LivePreviewConfig } from 'payload'
import { isStaff } from '../../access/roles'
import { type PreviewedCollection, previewedCollections, signPreview } from './previewToken'

type UrlOf = Extract<LivePreviewConfig['url'], (...args: never[]) => unknown>

/**
 * Where the admin shows a draft beside its editor: on the website, or, without one, on the page that Saphena serves under the same
 * origin as the admin.
 */
export const previewUrl =
  (websiteUrl: string | undefined): UrlOf =>
  ({ collectionConfig, data, locale, req }) => {
    const collection = previewedCollections.find((known) => known === collectionConfig?.slug)
    if (!collection || typeof data.id !== 'string' || !isStaff(req.user)) return null
    return `${websiteUrl ?? ''}/preview?token=${tokenFor(req.payload.secret, collection, data.id, locale.code)}`
  }

const tokenFor = (secret: string, collection: PreviewedCollection, id: string, locale: string): string =>
  signPreview(secret, { collection, id, locale: locale === 'es' ? 'es' : 'en' })
