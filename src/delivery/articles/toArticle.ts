import type { Media } from '../../payload-types'
import { safeUrl } from '../../richtext/safeUrl'
import { type Figure, toHtml, toSections } from '../../richtext/toHtml'
import { readText } from '../../richtext/toText'
import { type Addresses, defaultLocale, type Locale } from '../addresses'
import { articleJsonLd } from '../jsonLd'
import type { ArticleReference, DeliveredArticle, Image, ImageSize, LinkedTerm, Reference } from './article'
import type { ArticleInternals, ShownArticle } from './findArticle'
import { type LinkMentions, mentionSpans, type PlacedMention, shownMentions } from './shownMentions'
import { toReadability } from './toReadability'

export interface ArticleParts {
  article: ShownArticle
  internals: ArticleInternals
  related: ArticleReference[]
}

export interface ArticleWishes {
  locale: Locale
  linkMentions: LinkMentions
  include: ReadonlySet<'html' | 'text'>
}

/** The answer, field by field from what a stranger may read. */
export function toArticle(
  { article, internals, related }: ArticleParts,
  { locale, linkMentions, include }: ArticleWishes,
  addresses: Addresses,
): DeliveredArticle {
  const read = readText(article.body)
  const links = new Map<string, Reference>()
  const references = (collection: 'symptoms' | 'remedies' | 'clinics') =>
    (article[collection] ?? []).flatMap((value): [string, Reference][] => {
      const reference = toReference(collection, value, locale, addresses)
      if (!reference) return []
      const { id } = value as { id: string }
      links.set(id, reference)
      return [[id, reference]]
    })
  const found = { symptoms: references('symptoms'), remedies: references('remedies'), clinics: references('clinics') }
  const mentions = shownMentions(internals.mentions, read, new Set(links.keys()))
  const withMentions = (list: [string, Reference][]): LinkedTerm[] =>
    list.map(([id, reference]) => ({
      ...reference,
      mentions: mentions.filter(({ target }) => target === id).map(withoutTarget),
    }))

  const images = new Map<string, Image>()
  const showImage = (media: unknown): Image | undefined => {
    const image = toImage(media, addresses)
    if (image) images.set(image.url, image)
    return image
  }
  const hero = showImage(article.hero) ?? null
  const options = {
    baseUrl: addresses.base,
    spans: mentionSpans(mentions, linkMentions, read, (target) => links.get(target)),
    resolveLink: ({ relationTo, value }: { relationTo: string; value: unknown }) => {
      const slug = (value as { slug?: unknown } | null)?.slug
      return typeof slug === 'string' ? addresses.document(relationTo, slug, locale) : undefined
    },
    resolveUpload: ({ relationTo, value }: { relationTo: string; value: unknown }): Figure | undefined => {
      const image = relationTo === 'media' ? showImage(value) : undefined
      return image && image.mimeType?.startsWith('image/') !== false ? toFigure(image) : undefined
    },
  }
  const sections = toSections(article.body, options)
  const slug = article.slug ?? ''
  const described = {
    id: article.id,
    slug,
    locale,
    locales: internals.slugs.map((each) => ({ ...each, href: addresses.document('articles', each.slug, each.locale) })),
    fellBack: article.fellBack ?? [],
    title: article.title,
    summary: article.summary ?? null,
    keyPoints: article.keyPoints ?? [],
    seekCare: { urgency: article.seekCare?.urgency ?? null, text: article.seekCare?.text ?? null },
    symptoms: withMentions(found.symptoms),
    remedies: withMentions(found.remedies),
    clinics: withMentions(found.clinics),
    references: (article.references ?? []).map(({ citation, url, doi, pmid }) => ({
      citation,
      url: safeUrl(url) ?? null,
      doi: doi ?? null,
      pmid: pmid ?? null,
    })),
    byline: { author: article.byline?.author ?? null, reviewer: article.byline?.reviewer ?? null },
    reviewedOn: article.reviewedOn ?? null,
    nextReviewDue: article.nextReviewDue ?? null,
    readingTimeMinutes: readingTime(read.text),
    readability: toReadability(article.readability),
    hero,
    images: [...images.values()],
    license: article.license ?? null,
    attribution: article.attribution ?? null,
    recall: toRecall(article.recall),
    canonicalUrl: addresses.document('articles', slug, locale),
    related,
    published: article.firstPublished ?? null,
    created: article.createdAt,
    modified: article.updatedAt,
  }
  return {
    ...described,
    sections,
    ...(include.has('html') ? { html: toHtml(article.body, options) } : {}),
    ...(include.has('text') ? { text: read.text } : {}),
    jsonLd: articleJsonLd(described),
  }
}

/** The language of the words in the body; in a language that is not ready they are English. */
export const wordsOf = (article: { fellBack?: string[] | null }, locale: Locale): Locale =>
  article.fellBack?.includes('body') ? defaultLocale : locale

/** A linked document, where it was populated: what a stranger may not see stays an id, or is gone. */
export function toReference(
  collection: string,
  value: unknown,
  locale: Locale,
  addresses: Addresses,
): Reference | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { slug, name, fellBack } = value as { slug?: string | null; name?: string | null; fellBack?: string[] | null }
  if (!slug || !name) return undefined
  return {
    slug,
    name,
    href: addresses.document(collection, slug, locale),
    fellBack: (fellBack ?? []).filter((field) => field === 'slug' || field === 'name'),
  }
}

const withoutTarget = ({ target: _target, ...shown }: PlacedMention) => shown

function toImage(media: unknown, addresses: Addresses): Image | undefined {
  if (typeof media !== 'object' || media === null) return undefined
  const { url, alt, caption, credit, mimeType, width, height, sizes, fellBack } = media as Media
  const own = toSize({ url, width, height }, addresses)
  if (!own) return undefined
  const named = Object.entries(sizes ?? {}).flatMap(([name, size]): [string, ImageSize][] => {
    const made = toSize(size ?? {}, addresses)
    return made ? [[name, made]] : []
  })
  return {
    ...own,
    alt: alt ?? '',
    caption: caption ?? null,
    credit: credit ?? null,
    mimeType: mimeType ?? null,
    sizes: Object.fromEntries(named),
    fellBack: (fellBack ?? []).filter((field) => field === 'alt' || field === 'caption'),
  }
}

type StoredSize = { url?: string | null; width?: number | null; height?: number | null }

function toSize({ url, width, height }: StoredSize, addresses: Addresses): ImageSize | undefined {
  const absolute = addresses.file(url)
  return absolute ? { url: absolute, width: width ?? null, height: height ?? null } : undefined
}

function toFigure({ url, alt, caption, width, height }: Image): Figure {
  return { src: url, alt, ...(width ? { width } : {}), ...(height ? { height } : {}), ...(caption ? { caption } : {}) }
}

/** Adults read 238 words of plain prose a minute (Brysbaert, J Mem Lang 2019); patients, about their health, somewhat fewer. */
const wordsAMinute = 200

function readingTime(text: string): number {
  return Math.max(1, Math.round((text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0) / wordsAMinute))
}

const toRecall = (recall: ShownArticle['recall']): DeliveredArticle['recall'] =>
  recall?.kind && recall.at ? { kind: recall.kind, reason: recall.reason ?? '', at: recall.at } : null
