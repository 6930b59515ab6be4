import type { PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'
import { ownLocale } from '../../../access/ownLocale'
import { runInTransaction } from '../../../database/runInTransaction'
import { moveAddresses } from '../../keepAddresses'
import { rewriteKeptRows } from '../../keptRows'
import { relinkedAfter } from '../../relink'
import { publishedWords } from '../deskEntry'
import type { PreparedMerge } from './planMerge'
import { type Replacement, repointArticle, repointIds, repointTexts } from './repoint'
import { unite } from './unite'

/**
 * Carries out what was planned: the one that stays takes the words and codes, old addresses lead to it, every document that named
 * the other one names it, in what readers see and in newer drafts, each by its own words; then the other one goes to the trash.
 * All in one transaction where there is one. Elsewhere it goes last: a run that was interrupted left it standing, and
 * merging again does what is missing.
 */
export async function mergeEntries(
  { from, into, given, referring }: PreparedMerge,
  req: PayloadRequest,
): Promise<void> {
  const { collection, kind } = from
  const named = new Map([...publishedWords(into, req)].map(([locale, { slug, name }]) => [locale, { slug, name }]))
  const replacement: Replacement = { kind, from: from.id, into: into.id, named }
  await runInTransaction(req, async () => {
    await relinkedAfter(collection, into.id, req, () =>
      rewriteKeptRows(collection, into.id, (row) => unite({ ...row, id: into.id }, given, uuid), req),
    )
    await moveAddresses(collection, from.id, into.id, req)
    for (const id of referring.symptoms)
      await rewriteKeptRows('symptoms', id, (row) => repointIds(row, 'relievedBy', replacement), req)
    for (const id of referring.clinics)
      await rewriteKeptRows('clinics', id, (row) => repointIds(row, 'symptoms', replacement), req)
    for (const id of referring.remedies)
      await rewriteKeptRows('remedies', id, (row) => repointTexts(row, 'instructions', replacement), req)
    for (const id of referring.articles)
      await rewriteKeptRows('articles', id, (row) => repointArticle(row, replacement), req)
    await req.payload.update({
      collection,
      id: from.id,
      data: { _status: 'draft', deletedAt: new Date().toISOString() },
      depth: 0,
      overrideAccess: true,
      req: ownLocale(req),
    })
  })
}
