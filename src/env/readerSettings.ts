import { resolve } from 'node:path'
import { z } from 'zod'
import { bytes, flag, number, type ValuesOf } from './kinds'

/** What readers may ask, how often, and what is kept for them in memory. */
export interface ReaderSettings {
  /** 0: no response cache. */
  cacheBytes: number
  cacheStaleSeconds: number
  /** 0: no parts are kept. */
  partsBytes: number
  /** 0: no limit. */
  readsAMinute: number
  corsOrigins: string[]
  introspection: boolean
  /** Absolute; undefined: any operation is served. */
  graphqlOperations: string | undefined
}

export const readerVariables = {
  CACHE_BYTES: bytes
    .default(64 * 1024 * 1024)
    .describe(
      'How much memory, in bytes, may hold answers to readers who are not logged in; 0 switches the response cache off.',
    ),
  CACHE_STALE_SECONDS: number(/^\d{1,7}$/, 'must be a number of seconds')
    .default(300)
    .describe(
      'How many seconds readers are still given kept answers while the database cannot be reached; 0 refuses them within a second.',
    ),
  PARTS_BYTES: bytes
    .default(64 * 1024 * 1024)
    .describe(
      'How much memory, in bytes, may hold published documents that such answers are put together from; 0 has each read from the database.',
    ),
  READS_A_MINUTE: number(/^\d{1,7}$/, 'must be a number of requests')
    .default(6000)
    .describe(
      'How many requests one address, and one key or session from wherever, may make in a minute to /api, search, lookup, sync and previews that the response cache cannot answer; media files do not count, and 0 is no limit.',
    ),
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .refine(
      (origins) => origins.every(isOrigin),
      'must be origins such as https://app.example.org, with commas between them',
    )
    .default([])
    .describe(
      'Origins, with commas between them, whose pages may read what /api answers, such as https://app.example.org; /v1 is open to all.',
    ),
  GRAPHQL_INTROSPECTION: flag
    .optional()
    .describe(
      'true lets strangers read the GraphQL schema in production too; outside production they may unless it is false.',
    ),
  GRAPHQL_OPERATIONS: z
    .string()
    .min(1)
    .transform((folder) => resolve(folder))
    .optional()
    .describe(
      'A folder of *.graphql files: these operations are then served to everybody and no others, asked for by SHA-256, by name or by their whole text.',
    ),
} as const

export function toReaderSettings(value: ValuesOf<typeof readerVariables>, production: boolean): ReaderSettings {
  return {
    cacheBytes: value.CACHE_BYTES,
    cacheStaleSeconds: value.CACHE_STALE_SECONDS,
    partsBytes: value.PARTS_BYTES,
    readsAMinute: value.READS_A_MINUTE,
    corsOrigins: value.CORS_ORIGINS,
    introspection: value.GRAPHQL_INTROSPECTION ?? !production,
    graphqlOperations: value.GRAPHQL_OPERATIONS,
  }
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
