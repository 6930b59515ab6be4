/**
 * What a stranger may ask of each collection. Everything that is not written here is refused, whether it exists or not: an
 * unlisted field cannot be found out by filtering, sorting, selecting or populating.
 */
export interface PublicPaths {
  /** Paths that `where` may name. */
  filter: readonly string[]
  /** Paths that `sort` may name. */
  sort: readonly string[]
  /** Relationship fields that `where` may name, with the collection they point to; a `.slug` after them works too. */
  relations: Readonly<Record<string, string>>
  /** Joins by field name, with the collection they list. */
  joins: Readonly<Record<string, string>>
  /** Top-level fields that `select` and `populate` may name. */
  select: readonly string[]
}

const everywhere = ['id', 'slug', 'createdAt', 'updatedAt'] as const

export const publicPaths: Readonly<Record<string, PublicPaths>> = {
  articles: {
    filter: [...everywhere, 'title', 'summary', 'seekCare.urgency', 'reviewedOn', 'nextReviewDue', '_status'],
    sort: [...everywhere, 'title', 'reviewedOn', 'nextReviewDue'],
    relations: { symptoms: 'symptoms', remedies: 'remedies', clinics: 'clinics' },
    joins: {},
    select: [
      ...everywhere,
      'title',
      'summary',
      'hero',
      'body',
      'keyPoints',
      'seekCare',
      'symptoms',
      'remedies',
      'clinics',
      'references',
      'byline',
      'reviewedOn',
      'nextReviewDue',
      'firstPublished',
      'readability',
      'recall',
      'seo',
      'license',
      'attribution',
      'fellBack',
      '_status',
    ],
  },
  symptoms: {
    filter: [...everywhere, 'name', 'synonyms', 'urgency', 'bodySites', 'codes.system', 'codes.code', '_status'],
    sort: [...everywhere, 'name', 'urgency'],
    relations: { relievedBy: 'remedies' },
    joins: { articles: 'articles' },
    select: [
      ...everywhere,
      'name',
      'synonyms',
      'notPhrases',
      'description',
      'bodySites',
      'urgency',
      'redFlags',
      'codes',
      'relievedBy',
      'articles',
      'fellBack',
      '_status',
    ],
  },
  remedies: {
    filter: [...everywhere, 'name', 'synonyms', 'kind', 'codes.system', 'codes.code', 'evidence.level', '_status'],
    sort: [...everywhere, 'name', 'kind'],
    relations: {},
    joins: { articles: 'articles', symptoms: 'symptoms' },
    select: [
      ...everywhere,
      'name',
      'synonyms',
      'notPhrases',
      'kind',
      'instructions',
      'frequency',
      'cautions',
      'evidence',
      'codes',
      'symptoms',
      'articles',
      'fellBack',
      '_status',
    ],
  },
  clinics: {
    filter: [
      ...everywhere,
      'name',
      'address.city',
      'address.region',
      'address.postalCode',
      'address.country',
      'latitude',
      'longitude',
      'languages',
      '_status',
    ],
    sort: [...everywhere, 'name', 'address.city', 'address.country'],
    relations: { symptoms: 'symptoms' },
    joins: { articles: 'articles' },
    select: [
      ...everywhere,
      'name',
      'address',
      'latitude',
      'longitude',
      'timeZone',
      'hours',
      'phone',
      'website',
      'bookingUrl',
      'services',
      'symptoms',
      'languages',
      'articles',
      'fellBack',
      '_status',
    ],
  },
  media: {
    filter: ['id', 'filename', 'mimeType', 'createdAt', 'updatedAt'],
    sort: ['id', 'filename', 'createdAt', 'updatedAt'],
    relations: {},
    joins: {},
    select: [
      'id',
      'alt',
      'caption',
      'credit',
      'url',
      'thumbnailURL',
      'filename',
      'mimeType',
      'filesize',
      'width',
      'height',
      'sizes',
      'focalX',
      'focalY',
      'createdAt',
      'updatedAt',
      'fellBack',
    ],
  },
  redirects: {
    filter: ['id', 'from', 'collection', 'locale', 'createdAt', 'updatedAt'],
    sort: ['id', 'from', 'createdAt', 'updatedAt'],
    relations: {},
    joins: {},
    select: ['id', 'from', 'collection', 'locale', 'document', 'createdAt', 'updatedAt'],
  },
}
