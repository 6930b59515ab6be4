import {
  type GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql'
import { findBySlug } from './findBySlug'
import { findClinicsNear } from './findClinicsNear'
import type { Context } from './ownRequest'
import { searchArticles } from './searchArticles'

/** Payload's types by name. */
export interface PayloadTypes {
  Article: GraphQLObjectType
  Symptom: GraphQLObjectType
  Remedy: GraphQLObjectType
  Clinic: GraphQLObjectType
  LocaleInputType: GraphQLEnumType
}

const text = new GraphQLNonNull(GraphQLString)
const number = new GraphQLNonNull(GraphQLFloat)
const listOf = (type: GraphQLObjectType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))

/** Pages of a website are asked for by their address, by words and by place. */
export function websiteQueries(types: PayloadTypes): GraphQLFieldConfigMap<unknown, Context> {
  const locale = { type: types.LocaleInputType }
  const limit = { type: GraphQLInt, defaultValue: 10 }
  const bySlug = (
    type: GraphQLObjectType,
    collection: Parameters<typeof findBySlug>[1],
  ): GraphQLFieldConfig<unknown, Context> => ({
    type,
    description: 'By its address in the language asked for, or in English. An old address is none: ask Redirects.',
    args: { slug: { type: text }, locale },
    resolve: (_source, { slug }, { req }) => findBySlug(req, collection, slug),
  })
  const found = new GraphQLObjectType({
    name: 'FoundArticle',
    fields: {
      article: { type: new GraphQLNonNull(types.Article) },
      score: { type: number, description: 'For comparing the results of one answer.' },
      snippet: { type: text, description: 'HTML: escaped words, those that were found in <mark>.' },
    },
  })
  const near = new GraphQLObjectType({
    name: 'NearbyClinic',
    fields: { clinic: { type: new GraphQLNonNull(types.Clinic) }, distanceKm: { type: number } },
  })
  return {
    articleBySlug: bySlug(types.Article, 'articles'),
    symptomBySlug: bySlug(types.Symptom, 'symptoms'),
    remedyBySlug: bySlug(types.Remedy, 'remedies'),
    clinicBySlug: bySlug(types.Clinic, 'clinics'),
    searchArticles: {
      type: listOf(found),
      description: 'Published articles with these words, the best first.',
      args: { query: { type: text }, locale, limit },
      resolve: (_source, { query, limit }, context) => searchArticles(context, query, limit),
    },
    clinicsNear: {
      type: listOf(near),
      description: 'Published clinics within a radius in kilometres, the nearest first.',
      args: {
        latitude: { type: number },
        longitude: { type: number },
        radius: { type: GraphQLFloat, defaultValue: 50 },
        limit,
        locale,
      },
      resolve: (_source, { latitude, longitude, radius, limit }, context) =>
        findClinicsNear(context, { latitude, longitude, radius, limit }),
    },
  }
}
