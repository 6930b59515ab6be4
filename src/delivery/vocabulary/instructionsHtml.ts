import type { BasePayload } from 'payload'
import type { Remedy } from '../../payload-types'
import { toHtml } from '../../richtext/toHtml'
import { findPublic } from '../findPublic'
import type { Asked } from './toListed'

export const term = { slug: true, name: true } as const

/** What is read of the documents that an entry points to. */
export const entryPopulate = {
  symptoms: term,
  remedies: term,
  clinics: term,
  articles: { slug: true, title: true },
  media: { alt: true, caption: true, url: true, mimeType: true, width: true, height: true },
} as const

/** How a remedy is done, for a page; what it points to is populated. */
export const instructionsHtml = (
  instructions: Remedy['instructions'],
  { addresses, locale }: Omit<Asked, 'now'>,
): string =>
  toHtml(instructions, {
    baseUrl: addresses.base,
    resolveLink: ({ relationTo, value }) => {
      const slug = (value as { slug?: unknown } | null)?.slug
      return typeof slug === 'string' ? addresses.document(relationTo, slug, locale) : undefined
    },
    resolveUpload: ({ relationTo, value }) => {
      const { url, alt, mimeType } = (value ?? {}) as { url?: string; alt?: string; mimeType?: string }
      const src = addresses.file(url)
      return relationTo === 'media' && src && mimeType?.startsWith('image/') ? { src, alt: alt ?? '' } : undefined
    },
  })

/** Of a published remedy, and of nothing else of it: an answer that shows no more changes with no more. */
export async function findInstructionsHtml(
  payload: BasePayload,
  id: string,
  asked: Omit<Asked, 'now'>,
): Promise<string | undefined> {
  const [remedy] = await findPublic(payload, 'remedies', asked.locale, {
    where: { id: { equals: id } },
    select: { instructions: true },
    populate: entryPopulate,
    depth: 1,
    limit: 1,
  })
  return remedy && instructionsHtml(remedy.instructions, asked)
}
