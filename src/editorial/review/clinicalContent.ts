import { createHash } from 'node:crypto'
import { toHtml } from '../../richtext/toHtml'
import { toText } from '../../richtext/toText'

/** An article in one language, relationships as ids: as a form holds it, or as `articleIn` makes it. */
export type ArticleValues = Record<string, unknown>

/**
 * What of an article a reviewer answers for: what readers are told, how urgently and on which evidence. Not what is worked out from it
 * (mentions, links, pictures), so that a relinking is no edit; and not the recall, which must reach readers at once.
 */
export interface ClinicalContent {
  /** In this language. */
  own: string
  /** The same in all languages. */
  shared: string
}

export function clinicalContent(article: ArticleValues): ClinicalContent {
  const { title, summary, body, keyPoints, hero, references } = article
  const seekCare = recordOf(article.seekCare)
  const seo = recordOf(article.seo)
  const texts = [title, summary, seekCare.text, seo.title, seo.description].map(textOf)
  return {
    own: JSON.stringify([...texts, listOf(keyPoints).map(textOf), shownBody(body)]),
    shared: JSON.stringify([
      idOf(hero),
      textOf(seekCare.urgency),
      listOf(references)
        .map(recordOf)
        .map(({ citation, url, doi, pmid }) => [citation, url, doi, pmid].map(textOf)),
    ]),
  }
}

/** Names the content: the same as long as nothing in it changes. */
export function contentDigest(article: ArticleValues): string {
  const { own, shared } = clinicalContent(article)
  return digestOf(`${own}\n${shared}`)
}

export const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex')

/** The same content as plain text, field by field, to be read beside an earlier one. */
export function clinicalTexts(article: ArticleValues): Record<string, string> {
  const seekCare = recordOf(article.seekCare)
  const seo = recordOf(article.seo)
  return {
    title: textOf(article.title),
    summary: textOf(article.summary),
    body: toText(article.body).text,
    keyPoints: listOf(article.keyPoints).map(textOf).join('\n'),
    'seekCare.urgency': textOf(seekCare.urgency),
    'seekCare.text': textOf(seekCare.text),
    references: listOf(article.references)
      .map(recordOf)
      .map(({ citation, url, doi, pmid }) => [citation, url, doi, pmid].map(textOf).filter(Boolean).join(' '))
      .join('\n'),
    'seo.title': textOf(seo.title),
    'seo.description': textOf(seo.description),
  }
}

/** What a save would leave: what was sent over what was there, within groups too. */
export function mergedArticle(before: ArticleValues, sent: ArticleValues): ArticleValues {
  const merged = { ...before }
  for (const [name, value] of Object.entries(sent)) {
    if (value === undefined) continue
    merged[name] = name === 'seekCare' || name === 'seo' ? { ...recordOf(before[name]), ...recordOf(value) } : value
  }
  return merged
}

/** One language of an article that was read with all of them, without another language's words in their place. */
export function articleIn(article: ArticleValues, locale: string): ArticleValues {
  const pick = (value: unknown) => recordOf(value)[locale]
  const { title, summary, body, keyPoints, mentions, localeStatus, seekCare, seo } = article
  return {
    ...article,
    title: pick(title),
    summary: pick(summary),
    body: pick(body),
    keyPoints: pick(keyPoints),
    mentions: pick(mentions),
    localeStatus: pick(localeStatus),
    seekCare: { ...recordOf(seekCare), text: pick(recordOf(seekCare).text) },
    seo: { title: pick(recordOf(seo).title), description: pick(recordOf(seo).description) },
  }
}

/** As HTML, since the editor writes the same text in more than one way; with where links lead and which pictures stand in it. */
const shownBody = (body: unknown): string =>
  toHtml(body, {
    baseUrl: 'https://content.invalid',
    resolveLink: ({ relationTo, value }) => `https://content.invalid/${relationTo}/${idOf(value)}`,
    resolveUpload: ({ relationTo, value }) => ({
      src: `https://content.invalid/${relationTo}/${idOf(value)}`,
      alt: '',
    }),
  })

const recordOf = (value: unknown): ArticleValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ArticleValues) : {}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

export const idOf = (value: unknown): string => textOf(value instanceof Object ? recordOf(value).id : value)
