import type { Answer, Parameter, Schema } from './openapi'

/** Short words for the schemas of answers: every property is there in every answer, unless it is said to be optional. */
export const string: Schema = { type: 'string' }
export const integer: Schema = { type: 'integer' }
export const dateTime: Schema = { type: 'string', format: 'date-time' }
export const uri: Schema = { type: 'string', format: 'uri' }
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
export const listOf = (items: Schema): Schema => ({ type: 'array', items })
export const orNull = (schema: Schema): Schema =>
  typeof schema.type === 'string' && !schema.enum
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] }
export const described = (schema: Schema, description: string): Schema => ({ ...schema, description })

export function object(
  properties: Record<string, Schema>,
  { optional = [] as string[], description = '' } = {},
): Schema {
  return {
    type: 'object',
    ...(description ? { description } : {}),
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  }
}

export const localeParameter: Parameter = {
  name: 'locale',
  in: 'query',
  description: 'The language. What is not ready in it comes in English and is named in `fellBack`.',
  schema: { type: 'string', enum: ['en', 'es'], default: 'en' },
}

export const addressesParameter: Parameter = {
  name: 'addresses',
  in: 'query',
  description: 'Links lead to these pages of a website or an app instead of to `/v1`.',
  schema: { type: 'string', examples: ['https://example.org/{locale}/{collection}/{slug}'] },
}

export const answers = (schema: Schema, description: string): Answer => ({
  description,
  content: { 'application/json': { schema } },
})

export const problem = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

export const badParameter = problem(
  'A parameter that is not offered, or a value that it does not take (`bad-parameter`)',
)
export const notFound = problem('There is nothing published at this address (`not-found`)')
export const notReady = problem('The search index is being made, or the database is away (`unavailable`)')
export const moved: Answer = {
  description: 'It has another address now',
  headers: { Location: { description: 'The new address', schema: uri } },
}

export const fellBack: Schema = described(
  listOf(string),
  'The fields that came in English, because they are not ready in the language that was asked for.',
)
export const urgency: Schema = {
  type: 'string',
  enum: ['self-care', 'clinician', 'urgent', 'emergency'],
  description: 'How soon somebody should get help.',
}

/** What several parts of the API answer with. */
export const jsonTypes: Record<string, Schema> = {
  Problem: object(
    {
      type: string,
      title: string,
      status: integer,
      code: described(string, 'Stable: what a program should look at.'),
      detail: string,
      parameter: described(string, 'The parameter that is at fault.'),
      requestId: described(string, 'What the operators’ log calls the request.'),
    },
    { optional: ['detail', 'parameter', 'requestId'], description: 'An error (RFC 9457).' },
  ),
  Reference: object(
    { slug: string, name: string, href: uri, fellBack },
    { description: 'A symptom, remedy or clinic as another document names it.' },
  ),
}
