import { type GraphQLFieldConfigMap, GraphQLObjectType } from 'graphql'
import type { Context } from './ownRequest'

/** Adds fields to a type of Payload's schema, which stays the same object: whatever refers to it has them too. */
export function addFields(type: GraphQLObjectType, fields: GraphQLFieldConfigMap<unknown, Context>): void {
  Object.assign(type.getFields(), new GraphQLObjectType({ name: type.name, fields }).getFields())
}
