import {
  GraphQLEnumType,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql'
import type { DeliveredArticle } from '../delivery/articles/article'
import { toReadability } from '../delivery/articles/toReadability'
import { sayingWhatIsWrong } from './badArgument'
import { type Context, contextOf } from './ownRequest'
import type { ArticleWish } from './websiteReads'

const text = new GraphQLNonNull(GraphQLString)
const whole = new GraphQLNonNull(GraphQLInt)
export const listOf = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))

const linkMentions = {
  type: new GraphQLEnumType({
    name: 'LinkMentions',
    description: 'Which mentions of symptoms, remedies and clinics are links in the HTML.',
    values: {
      first: { description: 'The first of each in each section.' },
      all: {},
      none: {},
    },
  }),
  defaultValue: 'first',
}

/** Without it links lead to `/v1`, which is for apps. */
export const addresses = {
  type: GraphQLString,
  description: 'Where links lead, as https://example.org/{locale}/{collection}/{slug}; without it to `/v1`.',
}

const section = new GraphQLObjectType({
  name: 'ArticleSection',
  description: 'The text below a heading, or before the first one.',
  fields: {
    anchor: { type: text, description: 'The id of the heading in the HTML.' },
    heading: { type: text },
    level: { type: whole, description: '2 to 6; 0 before the first heading.' },
    html: { type: text },
    text: { type: text },
  },
})

const mention = new GraphQLObjectType({
  name: 'ArticleMention',
  fields: {
    text: { type: text },
    section: { type: text, description: 'The heading of its section.' },
    anchor: { type: text },
    start: { type: whole, description: 'Offsets in `text`, in UTF-16 code units.' },
    end: { type: whole },
  },
})

const linkedTerm = new GraphQLObjectType({
  name: 'ArticleLinkedTerm',
  fields: {
    slug: { type: text },
    name: { type: text },
    mentions: { type: listOf(mention), description: 'Empty where an editor linked it by hand.' },
  },
})

const explainedLinks = new GraphQLObjectType({
  name: 'ArticleExplainedLinks',
  description: 'What the article is linked to, and where the text says so.',
  fields: { symptoms: { type: listOf(linkedTerm) }, remedies: { type: listOf(linkedTerm) } },
})

export const relatedArticle = new GraphQLObjectType({
  name: 'RelatedArticle',
  fields: {
    slug: { type: text },
    title: { type: text },
    fellBack: { type: new GraphQLNonNull(new GraphQLList(text)), description: 'As of an Article, of these fields.' },
  },
})

const score = (description: string) => ({ type: GraphQLFloat, description })

const readability = new GraphQLObjectType({
  name: 'ArticleReadability',
  description: 'How hard the text is to read: each score by its name, null where its language has none.',
  fields: {
    language: { type: text, description: 'Of the text that was measured.' },
    sentences: { type: whole },
    words: { type: whole },
    wordsPerSentence: { type: new GraphQLNonNull(GraphQLFloat) },
    syllablesPerWord: { type: new GraphQLNonNull(GraphQLFloat) },
    fleschReadingEase: score('English, from about 0 (hard) to 100 (easy).'),
    fleschKincaidGrade: score('English, a school grade of the United States.'),
    smog: score('English, a school grade; rough for a text of fewer than 30 sentences.'),
    gunningFog: score('English, years of schooling.'),
    fernandezHuerta: score('Spanish, from about 0 (hard) to 100 (easy).'),
    inflesz: score('Spanish, from about 0 (hard) to 100 (easy), by Szigriszt-Pazos.'),
  },
})

/** What websites need of an article, made by the same code as `/v1`. Nothing of it is worked out unless it is asked for. */
export const articleFields = (json: GraphQLScalarType): GraphQLFieldConfigMap<unknown, Context> => ({
  sections: {
    type: new GraphQLList(new GraphQLNonNull(section)),
    args: { linkMentions, addresses },
    description: 'The text by its headings.',
    resolve: (source, args, context) => delivered(source, context, args, ({ sections }) => sections),
  },
  html: {
    type: GraphQLString,
    args: { linkMentions, addresses },
    description: 'The whole text.',
    resolve: (source, args, context) =>
      delivered(source, context, { ...args, include: 'html' }, ({ html }) => html ?? null),
  },
  text: {
    type: GraphQLString,
    description: 'The whole text as plain words.',
    resolve: (source, _args, context) => delivered(source, context, { include: 'text' }, ({ text }) => text ?? null),
  },
  jsonLd: {
    type: json,
    args: { addresses },
    description: 'schema.org, to be put into a page. In a script element, write each < as \\u003c.',
    resolve: (source, args, context) => delivered(source, context, { ...args, related: true }, ({ jsonLd }) => jsonLd),
  },
  related: {
    type: listOf(relatedArticle),
    description: 'Published articles that share the most symptoms with this one.',
    resolve: async (source, _args, context) =>
      (await delivered(source, context, { related: true }, ({ related }) => related)) ?? [],
  },
  readability: {
    type: readability,
    description: 'Null where the text has no words.',
    resolve: (source) => toReadability((source as { readability?: unknown } | null)?.readability),
  },
  explainedLinks: {
    type: explainedLinks,
    resolve: (source, _args, context) =>
      delivered(source, context, {}, ({ symptoms, remedies }) => ({ symptoms, remedies })),
  },
})

/**
 * The names of {@link articleFields}: no fields of the collection, so that nothing can select them; or, as `readability`, one whole
 * value there.
 */
export const computedFields: ReadonlySet<string> = new Set([
  'sections',
  'html',
  'text',
  'jsonLd',
  'readability',
  'explainedLinks',
  'related',
])

async function delivered<Part>(
  source: unknown,
  context: Context,
  wish: ArticleWish,
  part: (article: DeliveredArticle) => Part,
): Promise<Part | null> {
  const id = (source as { id?: unknown } | null)?.id
  if (typeof id !== 'string') return null
  const own = contextOf(source, context)
  const article = await sayingWhatIsWrong(() => own.reads.article(id, own, wish))
  return article ? part(article) : null
}
