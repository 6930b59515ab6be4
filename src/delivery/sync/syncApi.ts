import type { ApiPart } from '../openapi'
import {
  addressesParameter,
  answers,
  badParameter,
  dateTime,
  described,
  integer,
  listOf,
  localeParameter,
  object,
  orNull,
  ref,
  string,
} from '../openapiSchemas'
import { syncedTypes } from './syncCursor'

const type = { type: 'string', enum: [...syncedTypes] }

/** How `/v1/manifest`, `/v1/sync` and `/v1/bundle` are described. */
export const syncApi: ApiPart = {
  paths: {
    '/v1/manifest': {
      get: {
        operationId: 'getManifest',
        tags: ['Offline'],
        summary: 'Everything that is served, and when it changed',
        parameters: [],
        responses: { 200: answers(ref('Manifest'), 'The manifest'), 400: badParameter },
      },
    },
    '/v1/sync': {
      get: {
        operationId: 'sync',
        tags: ['Offline'],
        summary: 'First everything, then only what changed',
        description:
          'Begin without a cursor, keep the cursor that each answer gives once its items are kept, and ask with it again: at once ' +
          'while `more` is true. Nothing is left out, however old a cursor is; a document may come twice.',
        parameters: [
          localeParameter,
          addressesParameter,
          { name: 'cursor', in: 'query', description: 'From the last answer. Opaque.', schema: string },
          {
            name: 'limit',
            in: 'query',
            description: 'How many documents or changes an answer holds at most.',
            schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
          },
        ],
        responses: { 200: answers(ref('SyncPage'), 'The next documents and changes'), 400: badParameter },
      },
    },
    '/v1/bundle': {
      get: {
        operationId: 'getBundle',
        tags: ['Offline'],
        summary: 'Everything in one stream, a JSON value a line',
        description:
          'The first line has the cursor that `/v1/sync` goes on from, the last one the number of documents. Each line between has ' +
          '`type`, `id`, `sha256` and, last, `document`; the digest is of the document’s bytes as they stand in the line.',
        parameters: [localeParameter, addressesParameter],
        responses: {
          200: { description: 'The stream', content: { 'application/x-ndjson': { schema: string } } },
          400: badParameter,
        },
      },
    },
  },
  schemas: {
    Manifest: object({ position: integer, documents: listOf(ref('Served')) }),
    Served: object({
      type,
      id: string,
      locales: listOf(string),
      slugs: { type: 'object', additionalProperties: string },
      modified: dateTime,
      reviewed: orNull(dateTime),
      nextReview: orNull(dateTime),
      recall: { enum: ['corrected', 'recalled', null] },
    }),
    SyncPage: object({
      items: listOf({ anyOf: [ref('Upsert'), ref('Removal')] }),
      cursor: string,
      more: described({ type: 'boolean' }, 'There is more already.'),
      remaining: described(integer, 'About how many documents or changes are still to come, for showing progress.'),
    }),
    Upsert: object({
      op: { const: 'upsert' },
      type,
      id: string,
      document: described(
        { type: 'object' },
        'As its own address gives it, without what depends on others or on the hour.',
      ),
    }),
    Removal: object({
      op: { const: 'remove' },
      type,
      id: string,
      reason: { type: 'string', enum: ['withdrawn', 'deleted'] },
      at: dateTime,
    }),
  },
}
