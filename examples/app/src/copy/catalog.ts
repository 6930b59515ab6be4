import type { Locale, Urgency } from '../words'
import { type Article, type Clinic, copy, type Remedy, type Symptom } from './copy'

/** An article as lists show it; its text is read when it is opened. */
export interface ListedArticle
  extends Pick<
    Article,
    'id' | 'slug' | 'title' | 'summary' | 'fellBack' | 'recall' | 'modified' | 'readingTimeMinutes'
  > {
  urgency: Urgency | null
  hero: Article['hero']
  /** The slugs of what it links. */
  links: { symptoms: string[]; remedies: string[]; clinics: string[] }
}

/** What is on the device in one language, as lists show it. */
export interface Catalog {
  locale: Locale
  /** To be read, the newest first; what was recalled is not among them. */
  articles: ListedArticle[]
  /** Corrected or recalled, the newest first. */
  notices: Notice[]
  symptoms: Symptom[]
  remedies: Remedy[]
  clinics: Clinic[]
  /** The pictures of the articles, the newest first. */
  pictures: string[]
}

export type Notice = Pick<Article, 'id' | 'slug' | 'title' | 'fellBack'> & { recall: NonNullable<Article['recall']> }

export async function readCatalog(locale: Locale): Promise<Catalog> {
  const [articles, symptoms, remedies, clinics] = await Promise.all([
    copy.all(locale, 'articles'),
    copy.all(locale, 'symptoms'),
    copy.all(locale, 'remedies'),
    copy.all(locale, 'clinics'),
  ])
  articles.sort((a, b) => b.modified.localeCompare(a.modified))
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, locale)
  return {
    locale,
    articles: articles.filter(({ recall }) => recall?.kind !== 'recalled').map(toListed),
    notices: articles
      .flatMap(({ id, slug, title, fellBack, recall }) => (recall ? [{ id, slug, title, fellBack, recall }] : []))
      .sort((a, b) => b.recall.at.localeCompare(a.recall.at)),
    symptoms: symptoms.sort(byName),
    remedies: remedies.sort(byName),
    clinics: clinics.sort(byName),
    pictures: articles.flatMap(picturesOf),
  }
}

/** The address of the picture above the text, in the size that this app shows. */
export const heroUrl = (hero: NonNullable<Article['hero']>): string => (hero.sizes.card ?? hero).url

function picturesOf({ hero, images }: Article): string[] {
  const inText = images.filter(({ url, mimeType }) => url !== hero?.url && mimeType?.startsWith('image/'))
  return [...(hero ? [heroUrl(hero)] : []), ...inText.map(({ url }) => url)]
}

function toListed(article: Article): ListedArticle {
  const { id, slug, title, summary, fellBack, recall, modified, readingTimeMinutes, hero } = article
  const slugs = (terms: { slug: string }[]) => terms.map((term) => term.slug)
  return {
    ...{ id, slug, title, summary, fellBack, recall, modified, readingTimeMinutes, hero },
    urgency: article.seekCare.urgency,
    links: {
      symptoms: slugs(article.symptoms),
      remedies: slugs(article.remedies),
      clinics: slugs(article.clinics),
    },
  }
}
