import { type GraphQLFieldConfigMap, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import { type Context, contextOf } from './ownRequest'

const text = new GraphQLNonNull(GraphQLString)

const translation = new GraphQLObjectType({
  name: 'Translation',
  fields: { locale: { type: text }, slug: { type: text } },
})

/** What a website needs for `hreflang`. */
export const localesField = (
  collection: 'articles' | 'symptoms' | 'remedies' | 'clinics',
): GraphQLFieldConfigMap<unknown, Context> => ({
  locales: {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(translation))),
    description: 'The languages that it is published in, with its address in each.',
    resolve: (source, _args, context) => {
      const { id } = source as { id?: unknown }
      return typeof id === 'string' ? contextOf(source, context).reads.locales(collection, id) : []
    },
  },
})
