import type { ApiPart, Parameter, Schema } from '../openapi'
import {
  answers,
  badParameter,
  dateTime,
  described,
  fellBack,
  integer,
  listOf,
  localeParameter,
  moved,
  notFound,
  object,
  orNull,
  ref,
  string,
  urgency,
  uri,
} from '../openapiSchemas'
import { sorts, urgencies } from './listArticles'

const slug = (name: string): Parameter => ({
  name,
  in: 'query',
  description: `The slug of a ${name} that the articles are linked to.`,
  schema: string,
})
const since = (name: string, description: string): Parameter => ({
  name,
  in: 'query',
  description: `${description} An ISO 8601 date, or a date and time with its offset.`,
  schema: { type: 'string', examples: ['2026-03-31', '2026-03-31T12:00:00Z'] },
})
const locale = { type: 'string', enum: ['en', 'es'] }
const number: Schema = { type: 'number' }
const score = (description: string): Schema => described(orNull(number), description)
const size = { url: uri, width: orNull(integer), height: orNull(integer) }

const listed = {
  id: string,
  slug: string,
  href: uri,
  locale,
  fellBack,
  title: string,
  summary: orNull(string),
  urgency: orNull(urgency),
  symptoms: listOf(ref('Reference')),
  remedies: listOf(ref('Reference')),
  reviewedOn: orNull(dateTime),
  nextReviewDue: orNull(dateTime),
  modified: dateTime,
}

const article = {
  id: string,
  slug: described(string, 'In the language asked for.'),
  locale: described(locale, 'The language that was asked for.'),
  locales: described(
    listOf(ref('Translation')),
    'The languages that the article is ready in, with its address in each.',
  ),
  fellBack,
  title: string,
  summary: orNull(string),
  sections: described(
    listOf(ref('Section')),
    'The text by its headings. What stands before the first heading has the anchor `intro` and level 0.',
  ),
  html: described(string, 'The whole text; with include=html.'),
  text: described(string, 'The whole text as plain words; with include=text.'),
  keyPoints: listOf(string),
  seekCare: object({ urgency: orNull(urgency), text: orNull(string) }),
  symptoms: described(listOf(ref('LinkedTerm')), 'The main ones first.'),
  remedies: listOf(ref('LinkedTerm')),
  clinics: listOf(ref('LinkedTerm')),
  references: listOf(
    object(
      { citation: string, url: orNull(uri), doi: orNull(string), pmid: orNull(string) },
      { description: 'A source.' },
    ),
  ),
  byline: object({ author: orNull(string), reviewer: orNull(string) }),
  reviewedOn: orNull(dateTime),
  nextReviewDue: orNull(dateTime),
  readingTimeMinutes: { type: 'integer', minimum: 1 },
  readability: described(
    orNull(ref('Readability')),
    'Null where the text has no words. When `fellBack` names it, it is about the English text.',
  ),
  hero: described(orNull(ref('Image')), 'The picture above the text.'),
  images: described(listOf(ref('Image')), 'All of the article: the one above the text first, then those in it.'),
  license: orNull(string),
  attribution: described(orNull(string), 'Whom to name when this text is used elsewhere.'),
  recall: described(orNull(ref('Recall')), 'Show it where the article is shown.'),
  canonicalUrl: uri,
  related: described(listOf(ref('ArticleReference')), 'At most five, those that share the most symptoms first.'),
  published: described(orNull(dateTime), 'When readers first got it.'),
  created: dateTime,
  modified: dateTime,
  jsonLd: described(
    {
      type: 'object',
      properties: {
        '@context': { const: 'https://schema.org' },
        '@type': { const: 'MedicalWebPage' },
      },
      required: ['@context', '@type'],
    },
    'schema.org, to be put into a page. In a script element, write each < as \\u003c.',
  ),
}

/** What `serveArticles` answers. */
export const articlesApi: ApiPart = {
  paths: {
    '/v1/articles': {
      get: {
        operationId: 'listArticles',
        tags: ['Articles'],
        summary: 'Published articles, in pages',
        parameters: [
          slug('symptom'),
          slug('remedy'),
          slug('clinic'),
          {
            name: 'urgency',
            in: 'query',
            description: 'How soon somebody should get help.',
            schema: { type: 'string', enum: urgencies },
          },
          localeParameter,
          since('modifiedSince', 'Changed at this moment or later.'),
          since('reviewedSince', 'Medically reviewed on this day or later.'),
          {
            name: 'sort',
            in: 'query',
            description:
              'A minus turns it round. By title come the articles that are ready in the language asked for. Articles without ' +
              'the date that is sorted by come first, with a minus last.',
            schema: { type: 'string', enum: sorts, default: '-modified' },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'Articles on a page.',
            schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
          },
          {
            name: 'cursor',
            in: 'query',
            description: 'Where the page begins: taken from `next`, with the same sort.',
            schema: string,
          },
        ],
        responses: { 200: answers(ref('ArticleList'), 'A page of articles'), 400: badParameter },
      },
    },
    '/v1/articles/{slug}': {
      get: {
        operationId: 'getArticle',
        tags: ['Articles'],
        summary: 'An article, with where its symptoms and remedies stand in the text',
        parameters: [
          {
            name: 'slug',
            in: 'path',
            required: true,
            description: 'In the language asked for, or in English.',
            schema: string,
          },
          localeParameter,
          {
            name: 'linkMentions',
            in: 'query',
            description:
              'Which mentions are links in the HTML: the first of each symptom, remedy and clinic in each section, all, or none.',
            schema: { type: 'string', enum: ['first', 'all', 'none'], default: 'first' },
          },
          {
            name: 'include',
            in: 'query',
            description: 'The whole text too: html, text or both, with a comma between them.',
            schema: { type: 'string', examples: ['html', 'text', 'html,text'] },
          },
        ],
        responses: {
          200: answers(ref('Article'), 'The article'),
          301: moved,
          400: badParameter,
          404: notFound,
        },
      },
    },
  },
  schemas: {
    ArticleList: object({
      articles: listOf(ref('ListedArticle')),
      next: described(orNull(uri), 'The address of the next page; null on the last one.'),
    }),
    ListedArticle: object(listed, { description: 'An article in a list.' }),
    Article: object(article, { optional: ['html', 'text'] }),
    Recall: object(
      { kind: { type: 'string', enum: ['corrected', 'recalled'] }, reason: string, at: dateTime },
      { description: 'The article was put right, or is not to be followed.' },
    ),
    Readability: object(
      {
        language: described(locale, 'Of the text that was measured.'),
        sentences: described(integer, 'Headings and list items are sentences too.'),
        words: integer,
        wordsPerSentence: number,
        syllablesPerWord: number,
        fleschReadingEase: score('Flesch reading ease (1948), for English: from about 0 (hard) to 100 (easy).'),
        fleschKincaidGrade: score('Flesch–Kincaid grade (1975), for English: a school grade of the United States.'),
        smog: score(
          'SMOG (McLaughlin 1969), for English: a school grade. Rough for a text of fewer than 30 sentences.',
        ),
        gunningFog: score('Gunning fog (1952), for English: years of schooling.'),
        fernandezHuerta: score('Fernández Huerta (1959), for Spanish: from about 0 (hard) to 100 (easy).'),
        inflesz: score(
          'Szigriszt-Pazos (1993) on the INFLESZ scale, for Spanish: from about 0 (hard) to 100 (easy); 55 and above is plain for most.',
        ),
      },
      { description: 'How hard a text is to read: each score by its name, null where its language has none.' },
    ),
    Translation: object({ locale, slug: string, href: uri }),
    Section: object({
      anchor: described(string, 'The id of the heading in the HTML.'),
      heading: string,
      level: described({ type: 'integer', minimum: 0, maximum: 6 }, '2 to 6; 0 before the first heading.'),
      html: described(string, 'What stands below the heading.'),
      text: string,
    }),
    LinkedTerm: object({
      slug: string,
      name: string,
      href: uri,
      fellBack,
      mentions: described(
        listOf(ref('Mention')),
        'Where it stands in this text. Empty where an editor linked it by hand.',
      ),
    }),
    Mention: object({
      text: string,
      section: described(string, 'The heading of its section.'),
      anchor: string,
      negated: described(
        { type: 'boolean' },
        'The text says that it is not there. Such mentions are not given at present.',
      ),
      start: described(integer, 'Offsets in `text` (include=text), in UTF-16 code units.'),
      end: integer,
    }),
    Image: object({
      ...size,
      alt: string,
      caption: orNull(string),
      credit: orNull(string),
      mimeType: orNull(string),
      sizes: { type: 'object', description: 'By name.', additionalProperties: ref('ImageSize') },
      fellBack,
    }),
    ImageSize: object(size),
    ArticleReference: object({ slug: string, title: string, href: uri, fellBack }),
  },
}
