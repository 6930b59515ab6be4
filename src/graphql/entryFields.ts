import { type GraphQLFieldConfigMap, type GraphQLScalarType, GraphQLString } from 'graphql'
import type { BasePayload } from 'payload'
import { addressesBy } from '../delivery/addresses'
import { describeEntry } from '../delivery/vocabulary/describeEntry'
import { articlesOf } from '../delivery/vocabulary/findEntry'
import { findInstructionsHtml } from '../delivery/vocabulary/instructionsHtml'
import type { Vocabulary } from '../delivery/vocabulary/names'
import type { Asked } from '../delivery/vocabulary/toListed'
import { addresses, listOf, relatedArticle } from './articleFields'
import { sayingWhatIsWrong } from './badArgument'
import { type Context, contextOf } from './ownRequest'
import { localeOf } from './websiteReads'

type Fields = GraphQLFieldConfigMap<unknown, Context>

/** What websites need of a symptom, a remedy or a clinic beside Payload's fields, made by the same code as `/v1`: what is published. */
export const entryFields = (collection: Vocabulary, json: GraphQLScalarType): Fields => ({
  jsonLd: {
    type: json,
    args: { addresses },
    description: 'schema.org, to be put into a page. In a script element, write each < as \\u003c. Null of a draft.',
    resolve: published(async (payload, id, asked) => (await describeEntry(payload, collection, id, asked))?.jsonLd),
  },
  linkedArticles: {
    type: listOf(relatedArticle),
    description: 'Published articles that link it, those that changed last first. None of a draft.',
    resolve: async (source, args, context) => (await articles[collection](source, args, context)) ?? [],
  },
  ...(collection === 'remedies' ? instructions : {}),
})

const linking = (collection: Vocabulary) =>
  published((payload, id, { locale, addresses }) => articlesOf(payload, { [collection]: [id] }, locale, addresses))
const articles = { symptoms: linking('symptoms'), remedies: linking('remedies'), clinics: linking('clinics') }

const instructions: Fields = {
  instructionsHtml: {
    type: GraphQLString,
    args: { addresses },
    description: 'Null of a draft.',
    resolve: published(findInstructionsHtml),
  },
}

function published<Found>(find: (payload: BasePayload, id: string, asked: Asked) => Promise<Found | undefined>) {
  return async (source: unknown, args: { addresses?: string | null }, context: Context): Promise<Found | null> => {
    const { id } = source as { id?: unknown }
    if (typeof id !== 'string') return null
    const { req, reads } = contextOf(source, context)
    const found = await sayingWhatIsWrong(() => {
      const linked = addressesBy(args.addresses, reads.addresses)
      return find(req.payload, id, { locale: localeOf(req), addresses: linked, now: Date.now() })
    })
    return found ?? null
  }
}
