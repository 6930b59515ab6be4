import type { PayloadRequest } from 'payload'
import { defaultLocaleOf, localesOf } from '../../vocabulary'
import { columnsFor } from './columns'
import { toCsv } from './csv'
import { type EntryRecord, toRecord } from './entryRecord'
import { toJson } from './json'
import { readAllEntries } from './readAllEntries'

/**
 * All symptoms and remedies in all languages, as a file that {@link importVocabulary} reads: of each what readers see, or its newest
 * draft where they see none of it. What is in the trash is left out.
 */
export async function exportVocabulary(form: 'csv' | 'json', req: PayloadRequest): Promise<string> {
  const columns = columnsFor(localesOf(req.payload), defaultLocaleOf(req.payload))
  const { all, remedySlugs } = await readAllEntries(req)
  const records: EntryRecord[] = all
    .filter(({ trashed }) => !trashed)
    .map(({ collection, published, newest }) => toRecord(collection, published ?? newest, columns, remedySlugs))
  return form === 'csv' ? toCsv(records, columns) : toJson(records)
}
