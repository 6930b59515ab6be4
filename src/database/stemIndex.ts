import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, Payload, PayloadRequest } from 'payload'
import { drizzleOf, sessionOf } from './inTransaction'
import { mongoOf } from './mongoDatabase'

/** Which text of an article: what readers see, or its newest version. */
export type TextPart = 'published' | 'latest'

/** A text's row in the index. */
export interface StemRow {
  article: string
  part: TextPart
  locale: string
  stems: readonly string[]
}

/** The stems that a text must hold, all of one alternative. */
export type StemQuery = readonly (readonly string[])[]

/**
 * An inverted index from stems to the articles whose texts hold them: FTS5 on SQLite (its words alone, no text is kept), an
 * index over an array on MongoDB. It belongs to no collection, so it has no versions and no access of its own.
 */
export interface StemIndex {
  /** Puts a text's stems in the place of those that it had, in the transaction of `req`. */
  put(row: StemRow, req: PayloadRequest): Promise<void>
  drop(article: string, req: PayloadRequest): Promise<void>
  /** The articles that a query can concern, in the order of their ids. */
  find(query: StemQuery, locale: string): Promise<string[]>
  /** The articles that it has anything of, in the order of their ids. */
  articles(): Promise<string[]>
}

export function stemIndexOf(payload: BasePayload): StemIndex {
  const mongo = mongoOf(payload as unknown as Payload)
  return mongo ? mongoStemIndex(mongo) : sqliteStemIndex(payload.db as unknown as SQLiteAdapter)
}

const keyOf = ({ article, part, locale }: Omit<StemRow, 'stems'>): string => `${article}:${part}:${locale}`

/** A word that the tokenizer of FTS5 keeps whole, with its locale before it. */
const wordOf = (stem: string, locale: string): string => `${locale}${stem.replace(/[^\p{L}\p{N}]/gu, '')}`

type Rows = { rows: Record<string, unknown>[] }

function sqliteStemIndex(adapter: SQLiteAdapter): StemIndex {
  return {
    async put({ stems, ...row }, req) {
      const db = await drizzleOf(adapter, req)
      const words = stems.map((stem) => wordOf(stem, row.locale)).join(' ')
      const { rows } = (await db.run(
        sql`INSERT INTO link_stem_rows (key, article) VALUES (${keyOf(row)}, ${row.article})
            ON CONFLICT (key) DO UPDATE SET article = excluded.article RETURNING number`,
      )) as unknown as Rows
      await db.run(sql`INSERT OR REPLACE INTO link_stems (rowid, stems) VALUES (${rows[0]?.number}, ${words})`)
    },
    async drop(article, req) {
      const db = await drizzleOf(adapter, req)
      await db.run(
        sql`DELETE FROM link_stems WHERE rowid IN (SELECT number FROM link_stem_rows WHERE article = ${article})`,
      )
      await db.run(sql`DELETE FROM link_stem_rows WHERE article = ${article}`)
    },
    async find(query, locale) {
      const alternatives = query
        .filter((stems) => stems.length > 0)
        .map((stems) => `(${stems.map((stem) => `"${wordOf(stem, locale)}"`).join(' AND ')})`)
      if (alternatives.length === 0) return []
      const { rows } = (await adapter.drizzle.run(
        sql`SELECT DISTINCT article FROM link_stem_rows
            WHERE number IN (SELECT rowid FROM link_stems WHERE link_stems MATCH ${alternatives.join(' OR ')})
            ORDER BY article`,
      )) as unknown as Rows
      return rows.map((row) => String(row.article))
    },
    async articles() {
      const { rows } = (await adapter.drizzle.run(
        sql`SELECT DISTINCT article FROM link_stem_rows ORDER BY article`,
      )) as unknown as Rows
      return rows.map((row) => String(row.article))
    },
  }
}

const collectionName = 'link_stems'

interface MongoStemRow {
  _id: string
  article: string
  stems: string[]
}

function mongoStemIndex(adapter: MongooseAdapter): StemIndex {
  const rows = adapter.connection.collection<MongoStemRow>(collectionName)
  return {
    async put({ stems, ...row }, req) {
      const words = stems.map((stem) => wordOf(stem, row.locale))
      await rows.replaceOne(
        { _id: keyOf(row) },
        { article: row.article, stems: words },
        { upsert: true, ...(await sessionOf(adapter, req)) },
      )
    },
    async drop(article, req) {
      await rows.deleteMany({ article }, await sessionOf(adapter, req))
    },
    async find(query, locale) {
      const found = new Set<string>()
      for (const stems of query.filter((each) => each.length > 0)) {
        const all = stems.map((stem) => wordOf(stem, locale))
        for await (const row of rows.find({ stems: { $all: all } }, { projection: { article: 1 } }))
          found.add(row.article)
      }
      return [...found].sort()
    },
    async articles() {
      return ((await rows.distinct('article')) as string[]).sort()
    },
  }
}
