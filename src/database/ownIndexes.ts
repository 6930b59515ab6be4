import type { MongooseAdapter } from '@payloadcms/db-mongodb'

interface MongoIndex {
  collection: string
  keys: Record<string, 1>
  /** Documents are taken out when the time in the indexed field has come. */
  expires?: true
}

/** Indexes of what is no collection of Payload's, and those that its configuration has no word for. Made at each start. */
export const ownMongoIndexes: readonly MongoIndex[] = [
  { collection: 'publish_log', keys: { position: 1 } },
  { collection: 'publish_log', keys: { collection: 1, document: 1, position: 1 } },
  { collection: 'publish_log', keys: { intent: 1, at: 1 } },
  { collection: 'publish_log', keys: { at: 1 } },
  { collection: 'link_stems', keys: { stems: 1 } },
  { collection: 'link_stems', keys: { article: 1 } },
  { collection: 'rate_counts', keys: { until: 1 }, expires: true },
  // What goes with an article is found among the newest that share its symptoms.
  { collection: 'articles', keys: { symptoms: 1, _id: 1 } },
  // What failed is told of among what waits.
  { collection: 'webhook-deliveries', keys: { state: 1, attempts: 1 } },
  // The first page counts newest versions by these.
  { collection: '_articles_versions', keys: { latest: 1, 'version.editedBy': 1 } },
  { collection: '_articles_versions', keys: { latest: 1, 'version.author': 1 } },
  { collection: '_articles_versions', keys: { latest: 1, 'version.reviewer': 1 } },
  { collection: '_articles_versions', keys: { latest: 1, 'version.nextReviewDue': 1 } },
  { collection: '_articles_versions', keys: { latest: 1, 'version.staleIn': 1 } },
]

export async function ensureOwnMongoIndexes({ connection }: MongooseAdapter): Promise<void> {
  for (const { collection, keys, expires } of ownMongoIndexes)
    await connection.collection(collection).createIndex(keys, expires ? { expireAfterSeconds: 0 } : {})
}

/** The same on SQLite, where migrations make them. */
export const ownSqliteIndexes: Readonly<Record<string, string>> = {
  publish_log_document_idx: 'CREATE INDEX publish_log_document_idx ON publish_log (collection, document, position)',
  publish_log_at_idx: 'CREATE INDEX publish_log_at_idx ON publish_log (at)',
  articles_rels_symptom_articles_idx:
    'CREATE INDEX articles_rels_symptom_articles_idx ON articles_rels (symptoms_id, path, parent_id)',
  link_stem_rows_article_idx: 'CREATE INDEX link_stem_rows_article_idx ON link_stem_rows (article)',
  rate_counts_until_idx: 'CREATE INDEX rate_counts_until_idx ON rate_counts (until)',
}
