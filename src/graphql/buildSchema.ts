import { configToSchema } from '@payloadcms/graphql'
import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  visit,
} from 'graphql'
import type { BasePayload } from 'payload'
import { refusePermissions } from '../access/guardPermissions'
import { addFields } from './addFields'
import { articleFields, computedFields } from './articleFields'
import { entryFields } from './entryFields'
import { guardAccountMutations } from './guardAccountMutations'
import { localesField } from './localesField'
import { keepOwnRequests, type Resolve } from './ownRequest'
import { addPublishArgument } from './publishArgument'
import { listForStrangers, relatedCollection, relationForStrangers } from './strangersReads'
import { type PayloadTypes, websiteQueries } from './websiteQueries'

/**
 * Payload's schema, with what websites ask for added to it. The page size of joins is made explicit: without one a join would list
 * everything that there is. Lists of relations keep the order that they were saved in: Payload gives what it loaded before first.
 */
export function buildSchema(config: BasePayload['config']): GraphQLSchema {
  const { schema } = configToSchema(config)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      // Ids are made by the server where none is given.
      const id = /^mutation\w+Input$/.test(type.name) && type.getFields().id
      if (id) id.type = getNullableType(id.type)
    }
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const limit =
        (field.extensions as { field?: { type?: string } }).field?.type === 'join' &&
        field.args.find(({ name }) => name === 'limit')
      if (limit) limit.defaultValue = 10
      const related = relatedCollection(field)
      if (related && field.resolve) field.resolve = relationForStrangers(related, field.resolve)
      if (isListType(getNullableType(field.type)) && field.resolve) field.resolve = inSavedOrder(field.resolve)
    }
  }
  const query = schema.getQueryType() as GraphQLObjectType
  for (const field of Object.values(query.getFields()))
    if (field.resolve && field.args.some(({ name }) => name === 'select'))
      field.resolve = selectingFields(field.resolve)
  const fields = query.getFields()
  for (const [name, field] of Object.entries(fields))
    if (field.resolve && name.startsWith('docAccess') && field.args.length > 0)
      field.resolve = permissionsForStaff(field.resolve)
  for (const [name, slug] of Object.entries(lists)) {
    const field = fields[name]
    if (field?.resolve) field.resolve = listForStrangers(slug, field.resolve)
  }
  const types = schema.getTypeMap() as unknown as PayloadTypes & { JSON: GraphQLScalarType }
  addFields(types.Article, articleFields(types.JSON))
  for (const [name, slug] of entries) addFields(types[name], entryFields(slug, types.JSON))
  for (const [name, slug] of pages) addFields(types[name], localesField(slug))
  addFields(query, websiteQueries(types))
  const mutation = schema.getMutationType()
  if (mutation) {
    addPublishArgument(mutation)
    guardAccountMutations(mutation)
  }
  // Again, so that it knows the types that have come.
  const whole = new GraphQLSchema({ query, mutation })
  keepOwnRequests(whole)
  return whole
}

const entries = [
  ['Symptom', 'symptoms'],
  ['Remedy', 'remedies'],
  ['Clinic', 'clinics'],
] as const
const pages = [['Article', 'articles'], ...entries] as const
const lists = { Articles: 'articles', Symptoms: 'symptoms', Remedies: 'remedies', Clinics: 'clinics' } as const

const permissionsForStaff =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    refusePermissions(context.req)
    return resolve(source, args, context, info)
  }

function inSavedOrder(resolve: Resolve): Resolve {
  return async (source, args, context, info) => {
    const found = await resolve(source, args, context, info)
    const saved = (source as Record<string, unknown> | null)?.[info.fieldName]
    if (!Array.isArray(found) || !Array.isArray(saved)) return found
    const places = new Map(saved.map((each, index) => [idOf(each), index]))
    return found.toSorted((a, b) => (places.get(idOf(a)) ?? 0) - (places.get(idOf(b)) ?? 0))
  }
}

const idOf = (value: unknown): unknown => (typeof value === 'object' ? (value as { id?: unknown } | null)?.id : value)

/** `select: true` has Payload read the fields that are asked for alone, by their names: with those that are none, it reads them all. */
const selectingFields =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) =>
    resolve(source, args.select && asksForComputed(info) ? { ...args, select: false } : args, context, info)

function asksForComputed({ operation, fragments }: GraphQLResolveInfo): boolean {
  let asks = false
  const look = (node: typeof operation | FragmentDefinitionNode) =>
    visit(node, {
      [Kind.FIELD]: ({ name }) => {
        if (computedFields.has(name.value)) asks = true
      },
    })
  look(operation)
  Object.values(fragments).forEach(look)
  return asks
}
