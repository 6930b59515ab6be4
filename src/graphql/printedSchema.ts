import { lexicographicSortSchema, printSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { buildSchema } from './buildSchema'

/** The schema as `schema.graphql` holds it, in one order whatever the order of the collections. */
export const printedSchema = (config: SanitizedConfig): string =>
  `${printSchema(lexicographicSortSchema(buildSchema(config)))}\n`
