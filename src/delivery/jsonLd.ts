import type { DeliveredArticle } from './articles/article'

type Described = Omit<DeliveredArticle, 'jsonLd' | 'html' | 'text' | 'sections'>

/** A schema.org node: a type, and properties that the type has. */
export interface ArticleJsonLd {
  '@context': 'https://schema.org'
  '@type': 'MedicalWebPage'
  [property: string]: unknown
}

/**
 * An article as search engines read it: a schema.org MedicalWebPage. Every property is one of the vocabulary's own for its type;
 * what is not known is left out.
 */
export function articleJsonLd(article: Described): ArticleJsonLd {
  const { byline, canonicalUrl, references } = article
  const inLanguage = article.fellBack.includes('body') ? 'en' : article.locale
  return present({
    '@context': 'https://schema.org' as const,
    '@type': 'MedicalWebPage' as const,
    '@id': canonicalUrl,
    url: canonicalUrl,
    name: article.title,
    headline: article.title,
    description: article.summary,
    inLanguage,
    about: [
      ...article.symptoms.map(({ name, href }) => ({ '@type': 'MedicalSymptom', name, url: href })),
      ...article.remedies.map(({ name, href }) => ({ '@type': 'MedicalTherapy', name, url: href })),
    ],
    mentions: article.clinics.map(({ name, href }) => ({ '@type': 'MedicalClinic', name, url: href })),
    author: person(byline.author),
    reviewedBy: person(byline.reviewer),
    lastReviewed: article.reviewedOn?.slice(0, 10),
    dateCreated: article.created,
    datePublished: article.published,
    dateModified: article.modified,
    citation: references.map(({ citation, url, doi, pmid }) =>
      present({
        '@type': 'CreativeWork',
        name: citation,
        url: url ?? (doi ? `https://doi.org/${encodeURI(doi)}` : undefined),
        identifier: [
          ...(doi ? [{ '@type': 'PropertyValue', propertyID: 'DOI', value: doi }] : []),
          ...(pmid ? [{ '@type': 'PropertyValue', propertyID: 'PubMed', value: pmid }] : []),
        ],
      }),
    ),
    image: article.images.map(({ url, width, height, caption }) =>
      present({ '@type': 'ImageObject', url, width, height, caption }),
    ),
    timeRequired: `PT${article.readingTimeMinutes}M`,
    license: article.license ? { '@type': 'CreativeWork', name: article.license } : undefined,
    creditText: article.attribution,
    relatedLink: article.related.map(({ href }) => href),
    isAccessibleForFree: true,
  })
}

const person = (name: string | null) => (name ? { '@type': 'Person', name } : undefined)

/** Without what is empty. */
function present<T extends Record<string, unknown>>(node: T): T {
  const kept = Object.entries(node).filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  return Object.fromEntries(kept) as T
}
