import type { Locale } from '../addresses'
import type { ArticleJsonLd } from '../jsonLd'
import type { ShownMention } from './shownMentions'
import type { DeliveredReadability } from './toReadability'

/** A document as another one names it. */
export interface Reference {
  slug: string
  name: string
  href: string
  /** The fields among these that came in English, because they are not ready in the language that was asked for. */
  fellBack: string[]
}

export interface LinkedTerm extends Reference {
  mentions: ShownMention[]
}

export interface ArticleReference {
  slug: string
  title: string
  href: string
  fellBack: string[]
}

export interface ImageSize {
  url: string
  width: number | null
  height: number | null
}

export interface Image extends ImageSize {
  alt: string
  caption: string | null
  credit: string | null
  mimeType: string | null
  /** By name, the small ones first; those that the picture is too small for are left out. */
  sizes: Record<string, ImageSize>
  fellBack: string[]
}

export interface Translation {
  locale: Locale
  slug: string
  href: string
}

export type Urgency = 'self-care' | 'clinician' | 'urgent' | 'emergency'

/** An article as `GET /v1/articles/{slug}` answers it. */
export interface DeliveredArticle {
  id: string
  slug: string
  locale: Locale
  locales: Translation[]
  fellBack: string[]
  title: string
  summary: string | null
  sections: { anchor: string; heading: string; level: number; html: string; text: string }[]
  html?: string
  text?: string
  keyPoints: string[]
  seekCare: { urgency: Urgency | null; text: string | null }
  symptoms: LinkedTerm[]
  remedies: LinkedTerm[]
  clinics: LinkedTerm[]
  references: { citation: string; url: string | null; doi: string | null; pmid: string | null }[]
  byline: { author: string | null; reviewer: string | null }
  reviewedOn: string | null
  nextReviewDue: string | null
  readingTimeMinutes: number
  /** How hard the text is to read; null where it has no words. */
  readability: DeliveredReadability | null
  /** The picture above the text. */
  hero: Image | null
  /** All of the article: the one above the text first, then those in it. */
  images: Image[]
  license: string | null
  attribution: string | null
  /** That it was put right, or is not to be followed, and why. */
  recall: { kind: 'corrected' | 'recalled'; reason: string; at: string } | null
  canonicalUrl: string
  related: ArticleReference[]
  /** When readers first got it; null for what was published before that was kept. */
  published: string | null
  created: string
  modified: string
  jsonLd: ArticleJsonLd
}

/** An article in a list. */
export interface ListedArticle {
  id: string
  slug: string
  href: string
  locale: Locale
  fellBack: string[]
  title: string
  summary: string | null
  urgency: Urgency | null
  symptoms: Reference[]
  remedies: Reference[]
  reviewedOn: string | null
  nextReviewDue: string | null
  modified: string
}
