import type { PayloadRequest } from 'payload'
import type { Kind, VocabularyEntry } from '../../linking/vocabulary'
import { type KeptRow, type Row, readKeptRows } from '../keptRows'
import { defaultLocaleOf, entryIn, localesOf, type PublishedEntry } from '../vocabulary'
import type { DeskCollection } from './answer'

/** A symptom or remedy as it stands now: what readers see of it, and its newest version. */
export interface DeskEntry {
  collection: DeskCollection
  kind: (typeof kindOf)[DeskCollection]
  id: string
  /** Undefined where readers do not see it. */
  published: Row | undefined
  newest: Row
  /** For people, in the default language where it has a name there. */
  name: string
}

export const kindOf = { symptoms: 'symptom', remedies: 'remedy' } as const satisfies Record<DeskCollection, Kind>

/** Undefined where there is none, or it is in the trash. */
export async function readDeskEntry(
  collection: DeskCollection,
  id: string,
  req: PayloadRequest,
): Promise<DeskEntry | undefined> {
  const rows: KeptRow[] = await readKeptRows(collection, id, req)
  const row = rows.find(({ version }) => version === undefined)?.row
  if (!row || row.deletedAt) return undefined
  const newest = rows.find(({ version }) => version !== undefined)?.row ?? row
  const names = { ...(row.name as object), ...(newest.name as object) } as Record<string, string | null>
  const name = names[defaultLocaleOf(req.payload)] ?? Object.values(names).find(Boolean) ?? id
  const published = row._status === 'published' ? row : undefined
  return { collection, kind: kindOf[collection], id, published, newest: { ...newest, id }, name }
}

/** The words by which readers' articles are linked to it, by locale; none where it is not published. */
export function publishedWords({ published }: DeskEntry, req: PayloadRequest): Map<string, VocabularyEntry> {
  const words = new Map<string, VocabularyEntry>()
  for (const locale of published ? localesOf(req.payload) : []) {
    const found = entryIn(published as unknown as PublishedEntry, locale, defaultLocaleOf(req.payload))
    if (found) words.set(locale, found)
  }
  return words
}

/** A term is its name or a synonym; a phrase that means something else is none. */
export const termsOf = ({ name, synonyms = [] }: Pick<VocabularyEntry, 'name' | 'synonyms'>): string[] => [
  name,
  ...synonyms,
]
