import type { PayloadRequest } from 'payload'
import type { Row } from '../../keptRows'
import { defaultLocaleOf } from '../../vocabulary'
import { type DeskCollection, deskCollections } from '../answer'

/** An entry in both of its states. */
export interface StoredEntry {
  collection: DeskCollection
  id: string
  /** What readers see; undefined where they do not. */
  published: Row | undefined
  newest: Row
  trashed: boolean
}

export interface StoredEntries {
  all: StoredEntry[]
  byId: ReadonlyMap<string, StoredEntry>
  /** By collection and address in the default language, as `symptoms:leg-cramps`; those in the trash too. */
  bySlug: ReadonlyMap<string, StoredEntry>
  /** Addresses of remedies by id. */
  remedySlugs: ReadonlyMap<string, string>
}

/** The whole vocabulary, by collection and id. */
export async function readAllEntries(req: PayloadRequest): Promise<StoredEntries> {
  const all: StoredEntry[] = []
  for (const collection of deskCollections) {
    const how = { collection, limit: 0, pagination: false, req } as const
    const rows = await req.payload.db.find<Row>({ ...how, sort: 'id' })
    const versions = await req.payload.db.findVersions<Row>({
      ...how,
      where: { latest: { equals: true } },
      sort: 'parent',
    })
    const newest = new Map(versions.docs.map(({ parent, version }) => [String(parent), version]))
    for (const row of rows.docs)
      all.push({
        collection,
        id: row.id,
        published: row._status === 'published' && !row.deletedAt ? row : undefined,
        newest: { ...(newest.get(row.id) ?? row), id: row.id },
        trashed: Boolean(row.deletedAt),
      })
  }
  const locale = defaultLocaleOf(req.payload)
  const addressed = all.map((entry) => [slugOf(entry, locale), entry] as const)
  return {
    all,
    byId: new Map(all.map((entry) => [entry.id, entry])),
    bySlug: new Map(addressed.map(([slug, entry]) => [`${entry.collection}:${slug}`, entry])),
    remedySlugs: new Map(
      addressed.flatMap(([slug, entry]) =>
        slug && entry.collection === 'remedies' ? [[entry.id, slug] as const] : [],
      ),
    ),
  }
}

function slugOf({ published, newest }: StoredEntry, locale: string): string | undefined {
  return ((published ?? newest).slug as Record<string, string | null> | undefined)?.[locale] ?? undefined
}
