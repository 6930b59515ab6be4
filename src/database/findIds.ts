import type { BasePayload, CollectionSlug, FindArgs, PayloadRequest, Where } from 'payload'
import { orderedIds } from './findInTwoSteps'
import { sqliteInternals } from './sqliteDatabase'

export interface IdsQuestion {
  collection: CollectionSlug
  where: Where
  sort?: string | string[] | undefined
  /** @default no limit */
  limit?: number | undefined
  page?: number | undefined
  /** False where nobody asks how many there are. */
  pagination?: boolean | undefined
  req: PayloadRequest
}

/**
 * Which documents answer a question, in their order, below Payload's rules: the caller has seen to it that whoever asks may ask.
 *
 * @returns `totalDocs` is how many there are on all pages, where that was asked
 */
export async function findIds(
  payload: BasePayload,
  { collection, where, sort, limit, page, pagination, req }: IdsQuestion,
): Promise<{ ids: string[]; totalDocs: number }> {
  const question: FindArgs = {
    collection,
    where,
    limit: limit ?? 0,
    page: page ?? 1,
    pagination: pagination ?? true,
    locale: req.locale ?? undefined,
    req,
    ...(sort ? { sort } : {}),
  }
  const found = sqliteInternals(payload) && (await orderedIds(payload.db as never, question, 'id'))
  if (found) return found
  const { docs, totalDocs } = await payload.db.find<{ id: string }>({ ...question, select: { id: true } })
  return { ids: docs.map(({ id }) => id), totalDocs }
}
