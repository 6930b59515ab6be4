import type { BasePayload, Where } from 'payload'
import { noteDocument, noteLink, noteList, readUnnoted } from '../../cache/reads'
import { type Addresses, defaultLocale, type Locale, locales } from '../addresses'
import type { ArticleReference } from '../articles/article'
import { findPublic } from '../findPublic'
import type { Vocabulary } from './names'

const mostArticles = 50

/**
 * The id of the published entry at an address. As with articles, an English slug is an address in every language: it is the one
 * that an entry without that language has.
 */
export async function idAt(
  payload: BasePayload,
  collection: Vocabulary,
  slug: string,
  locale: Locale,
): Promise<string | undefined> {
  for (const each of new Set([locale, defaultLocale])) {
    const [found] = await findPublic(payload, collection, each, {
      where: { slug: { equals: slug } },
      select: { slug: true },
      limit: 1,
    })
    if (found) return found.id
  }
  return undefined
}

/** The slug of the entry that once had this address; undefined where none had that readers may see. */
export async function movedTo(
  payload: BasePayload,
  collection: Vocabulary,
  slug: string,
  locale: Locale,
): Promise<string | undefined> {
  const redirects = await findPublic(payload, 'redirects', locale, {
    where: {
      and: [
        { from: { equals: slug } },
        { collection: { equals: collection } },
        { locale: { in: [...new Set([locale, defaultLocale])] } },
      ],
    },
    select: { document: true, locale: true },
    limit: locales.length,
  })
  const target = (redirects.find((each) => each.locale === locale) ?? redirects[0])?.document?.value
  if (!target) return undefined
  const [entry] = await findPublic(payload, collection, locale, {
    where: { id: { equals: typeof target === 'object' ? target.id : target } },
    select: { slug: true },
    limit: 1,
  })
  return entry?.slug ?? undefined
}

/** The published articles that link one of these entries, those that changed last first. */
export async function articlesOf(
  payload: BasePayload,
  entries: Partial<Record<Vocabulary, readonly string[]>>,
  locale: Locale,
  addresses: Addresses,
): Promise<(ArticleReference & { id: string; summary: string | null; modified: string })[]> {
  const linking = Object.entries(entries)
    .filter(([, ids]) => ids.length > 0)
    .map(([collection, ids]): Where => ({ [collection]: { in: ids.slice(0, 100) } }))
  if (linking.length === 0) return []
  const docs = await readUnnoted(() =>
    findPublic(payload, 'articles', locale, {
      where: { or: linking },
      select: { slug: true, title: true, summary: true, updatedAt: true },
      sort: ['-updatedAt', 'id'],
      limit: mostArticles,
    }),
  )
  // Where more link them than are shown, a change of any other may bring it in.
  if (docs.length === mostArticles) noteList('articles')
  for (const id of Object.values(entries).flat()) noteLink('articles', id)
  for (const { id } of docs) noteDocument('articles', id)
  return docs.flatMap(({ id, slug, title, summary, updatedAt, fellBack }) =>
    slug
      ? [
          {
            id,
            slug,
            title,
            summary: summary ?? null,
            modified: updatedAt,
            href: addresses.document('articles', slug, locale),
            fellBack: namesIn(fellBack, 'slug', 'title', 'summary'),
          },
        ]
      : [],
  )
}

/** Of the fields that fell back, those that an answer shows. */
export const namesIn = (fellBack: readonly string[] | null | undefined, ...shown: string[]): string[] =>
  (fellBack ?? []).filter((name) => shown.includes(name))
