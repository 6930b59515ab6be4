import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { buildSchema } from '../../graphql/buildSchema'
import { graphqlBounds } from '../../graphql/createGraphql'
import { pageHead, prose, table } from './table'

/** What GraphQL has: the queries made for websites in full, Payload's own by their names. `schema.graphql` has every type. */
export function graphqlPage(config: SanitizedConfig): string {
  const schema = buildSchema(config)
  const query = schema.getQueryType() as GraphQLObjectType
  const queries = Object.values(query.getFields())
  const made = queries.filter(({ description }) => description)
  const pages = ['Article', 'Symptom', 'Remedy', 'Clinic'].map((name) => {
    const fields = Object.values((schema.getType(name) as GraphQLObjectType).getFields()).filter(wordsOf)
    return `### ${name}\n\n${table(['Field', 'Type', 'What it is'], fields.map(rowOf))}\n`
  })
  const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => `\`${name}\``).join(' ')
  const bounds: [keyof typeof graphqlBounds, string][] = [
    ['depth', 'levels of fields, fragments included'],
    ['aliases', 'aliases'],
    ['tokens', 'words and signs of the query'],
    ['cost', 'the cost by GraphQL Armor’s rules'],
    ['values', 'values in the answer, where each list counts by its `limit`'],
    ['variables', 'lists and objects in the variables'],
    ['staffVariables', 'lists and objects in the variables of staff'],
    ['bytes', 'bytes of the request'],
  ]
  return `${pageHead(
    'GraphQL',
    'At `/api/graphql`: GET for queries, POST for all. [schema.graphql](../../schema.graphql) is the whole schema, for code generators; what each\ncollection holds stands under [collections](collections.md). [For website builders](../website-builders.md) shows it at work.',
  )}
\`\`\`sh
curl http://127.0.0.1:3000/api/graphql -H 'content-type: application/json' \\
  -d '{"query": "{ articleBySlug(slug: \\"night-leg-cramps\\") { title jsonLd explainedLinks { symptoms { name } } } }"}'
\`\`\`

## Queries for websites

${table(['Query', 'Answers', 'What it is'], made.map(rowOf))}

## Fields that are worked out when they are asked for

${pages.join('\n')}
## Payload's queries

By their collection's name: one by \`id\`, a list with \`where\`, \`sort\`, \`limit\`, \`page\` and \`locale\`, a count. What strangers may filter and
sort by is the same as for [REST](rest.md).

${names(queries.filter(({ name, description }) => !description && !/^(version|docAccess|Access|payload|allPayload|countPayload)/i.test(name)))}

## Bounds

What asks for more is a 400 that says so. With \`GRAPHQL_OPERATIONS\` nothing but the operations of a folder is served.

${table(
  ['At most', 'of'],
  bounds.map(([name, what]) => [graphqlBounds[name].toLocaleString('en'), what]),
)}

## Persisted operations

- _Automatic persisted queries_: send \`extensions={"persistedQuery":{"version":1,"sha256Hash":"…"}}\` by GET; where the answer is
  \`PersistedQueryNotFound\`, send it once more with the query.
- _Stored operations_ (\`GRAPHQL_OPERATIONS\`): asked for by their SHA-256 (as above, or as \`documentId\`), by \`operationName\` or by their
  whole text.
`
}

/** Its own, or those of what it answers; Payload's have none. */
function wordsOf({ type, description }: GraphQLField<unknown, unknown>): string {
  const answered = getNamedType(type)
  return description || (isObjectType(answered) && answered.description) || ''
}

const rowOf = (field: GraphQLField<unknown, unknown>): string[] => {
  const { name, args, type } = field
  const given = args.map((arg) => `${arg.name}: ${arg.type}`).join(', ')
  return [`\`${name}${given ? `(${given})` : ''}\``, `\`${type}\``, prose(wordsOf(field))]
}
