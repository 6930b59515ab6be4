import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, Payload } from 'payload'
import { mongoOf } from './mongoDatabase'

/** An article, and how many of the symptoms it shares. */
export interface Sharing {
  id: string
  shared: number
}

interface Bounds {
  /** The article itself, which shares all of them. */
  except: string
  most: number
}

/**
 * The newest published articles that are linked to one of these symptoms, newest first. Ids are in the order in which they were made (UUIDv7,
 * RFC 9562, 5.7), so that both databases read so many entries of an index for each symptom, however many articles there are.
 */
export async function newestSharing(
  payload: BasePayload,
  symptoms: readonly string[],
  bounds: Bounds,
): Promise<Sharing[]> {
  if (symptoms.length === 0) return []
  return mongoOf(payload as unknown as Payload)
    ? inMongo(payload, symptoms, bounds)
    : inSqlite(payload.db as unknown as SQLiteAdapter, symptoms, bounds)
}

/** Who is among the newest of all is among the newest of each symptom that he shares. */
async function inSqlite(
  { drizzle }: SQLiteAdapter,
  symptoms: readonly string[],
  { except, most }: Bounds,
): Promise<Sharing[]> {
  const newestOf = (symptom: string) => sql`SELECT * FROM (
    SELECT links.parent_id AS id FROM articles_rels AS links JOIN articles ON articles.id = links.parent_id
    WHERE links.symptoms_id = ${symptom} AND links.path = 'symptoms' AND links.parent_id <> ${except}
      AND articles._status = 'published' AND articles.deleted_at IS NULL
    ORDER BY links.parent_id DESC LIMIT ${most})`
  const { rows } = (await drizzle.run(
    sql`SELECT id, count(*) AS shared FROM (${sql.join(symptoms.map(newestOf), sql` UNION ALL `)})
        GROUP BY id ORDER BY id DESC LIMIT ${most}`,
  )) as unknown as { rows: { id: unknown; shared: unknown }[] }
  return rows.map(({ id, shared }) => ({ id: String(id), shared: Number(shared) }))
}

async function inMongo(
  payload: BasePayload,
  symptoms: readonly string[],
  { except, most }: Bounds,
): Promise<Sharing[]> {
  const articles = mongoOf(payload as unknown as Payload)?.collections.articles?.collection
  const asked = new Set(symptoms)
  const found = await articles
    ?.find(
      { symptoms: { $in: [...asked] }, _id: { $ne: except as never }, _status: 'published', deletedAt: null },
      { projection: { symptoms: 1 }, sort: { _id: -1 }, limit: most },
    )
    .toArray()
  return (found ?? []).map(({ _id, symptoms: linked }) => ({
    id: String(_id),
    shared: (linked as string[]).filter((each) => asked.has(each)).length,
  }))
}
