import type { BasePayload } from 'payload'
import { noteLink, noteName, readUnnoted } from '../../cache/reads'
import { newestSharing } from '../../database/newestSharing'
import type { Addresses, Locale } from '../addresses'
import { defaultLocale } from '../addresses'
import type { ArticleReference } from './article'
import { anonymous } from './findArticle'

const most = 5
/** Only what an article is mainly about says what goes with it. */
const mainSymptoms = 8
/** So many of the newest are compared; a reader waits for no more. By when they were made: an edit leaves other pages as they are. */
const candidates = 60

/**
 * Published articles that share the most symptoms with this one; of those that share as many, the newest. Which ones is found out
 * from their links alone, below Payload's rules, which would work on each candidate; what is shown of them is read by the rules.
 *
 * @param symptoms of the article, as far as readers may see them
 */
export async function relatedArticles(
  payload: BasePayload,
  { id, symptoms }: { id: string; symptoms: readonly string[] },
  locale: Locale,
  addresses: Addresses,
): Promise<ArticleReference[]> {
  const ids = await mostAlike(payload, id, [...new Set(symptoms.slice(0, mainSymptoms))])
  if (ids.length === 0) return []
  for (const each of ids) noteName('articles', each)
  const req = await anonymous(payload, locale)
  const { docs } = await readUnnoted(() =>
    payload.find({
      collection: 'articles',
      where: { id: { in: ids } },
      select: { slug: true, title: true, fellBack: true },
      sort: 'id',
      limit: most,
      pagination: false,
      depth: 0,
      locale,
      fallbackLocale: defaultLocale,
      overrideAccess: false,
      req,
    }),
  )
  return docs
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .flatMap(({ slug, title, fellBack }): ArticleReference[] => {
      if (!slug) return []
      const named = (fellBack ?? []).filter((name) => name === 'slug' || name === 'title')
      return [{ slug, title, href: addresses.document('articles', slug, locale), fellBack: named }]
    })
}

async function mostAlike(payload: BasePayload, id: string, symptoms: readonly string[]): Promise<string[]> {
  for (const symptom of symptoms) noteLink('articles', symptom)
  const newest = await newestSharing(payload, symptoms, { except: id, most: candidates })
  return newest
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map((each) => each.id)
}
