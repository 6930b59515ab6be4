import { jsonTypes } from './openapiSchemas'

/** One part of the API, as the file that serves it describes it. */
export interface ApiPart {
  paths: Record<string, PathItem>
  schemas: Record<string, Schema>
}

export type Schema = Record<string, unknown>

export interface Parameter {
  name: string
  in: 'query' | 'path'
  required?: boolean
  description: string
  schema: Schema
}

export interface Answer {
  description: string
  headers?: Record<string, unknown>
  content?: Record<string, { schema: Schema }>
}

export interface PathItem {
  get: {
    operationId: string
    tags: string[]
    summary: string
    description?: string
    parameters: Parameter[]
    responses: Record<string, Answer>
  }
}

export interface OpenApi extends ApiDocument {
  openapi: '3.1.0'
}
interface ApiDocument {
  info: {
    title: string
    version: string
    summary: string
    description: string
    license: { name: string; identifier: string }
  }
  servers: { url: string }[]
  paths: Record<string, PathItem>
  components: { schemas: Record<string, Schema> }
}

/** The description of the whole API (OpenAPI 3.1), made of its parts. */
export function openApi(base: string, parts: readonly ApiPart[]): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Saphena for apps',
      version: '1',
      summary: 'Patient education: articles, linked to the symptoms and remedies that they mention.',
      description:
        'Read-only, without a login, from any origin. Only what is published is here. An answer in another language says in ' +
        '`fellBack` which fields came in English. Errors are RFC 9457 problem details with a stable `code`. Fields may be ' +
        'added to answers; what is here keeps its meaning.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base }],
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)),
    components: { schemas: Object.assign({}, jsonTypes, ...parts.map(({ schemas }) => schemas)) },
  }
}
