import type { BasePayload, PayloadRequest, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { documentsPart } from './parts/documentsPart'
import { globalPart } from './parts/globalPart'
import { cursorsPart, logPart } from './parts/logParts'
import { loosePart } from './parts/loosePart'
import { versionsPart } from './parts/versionsPart'

/** One file of an export: what is in it, and how it comes back. */
export interface MovedPart {
  /** The file's name without its ending. */
  name: string
  /** What the file is made of, in its order: the key of each piece, and a stamp that is another one after a change. */
  list(): AsyncIterable<{ key: string; stamp: string }>
  /** The lines of some pieces. A piece that is gone has none. */
  read(keys: string[]): Promise<Map<string, object[]>>
  /** Writes lines that `read` gave, in their order; those of one piece come in one call. */
  write(lines: object[], req: PayloadRequest): Promise<void>
  /** The piece that a line belongs to. */
  keyOf(line: object): string
}

/** Made anew by each process that needs them, or by the database that is restored into. */
const leftOut = new Set(['payload-locked-documents', 'payload-migrations', 'payload-kv'])

const isMoved = ({ slug }: SanitizedCollectionConfig): boolean => !leftOut.has(slug)

/** Everything that a database holds, in the order in which it is restored. */
export function movedParts(payload: BasePayload): MovedPart[] {
  return [
    ...payload.config.collections
      .filter(isMoved)
      .flatMap((collection) => [
        payload.collections[collection.slug]?.customIDType
          ? documentsPart(payload, collection)
          : loosePart(payload, collection),
        ...(collection.versions ? [versionsPart(payload, collection)] : []),
      ]),
    ...payload.globals.config.map((global) => globalPart(payload, global)),
    logPart(payload),
    cursorsPart(payload),
  ]
}

/** How these are named, which the configuration tells without a database. */
export const movedNames = ({ collections, globals }: Pick<SanitizedConfig, 'collections' | 'globals'>): string[] => [
  ...collections.filter(isMoved).flatMap(({ slug, versions }) => [slug, ...(versions ? [`${slug}-versions`] : [])]),
  ...globals.map(({ slug }) => `global-${slug}`),
  'publish-log',
  'publish-cursors',
]
