import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { findIds } from '../database/findIds'
import { paging } from '../database/paging'

export interface PublicQuestion {
  where?: Where | undefined
  sort?: string | string[] | undefined
  limit?: number | undefined
  page?: number | undefined
  pagination?: boolean | undefined
  [argument: string]: unknown
}

/** As many as Payload gives where no limit is asked for. */
const defaultLimit = 10

/**
 * Which published documents answer a stranger's question, in their order. The question goes through the same hooks and the same rule as it
 * would in Payload's own `find`; what it asks beyond that (`select`, `populate`, `joins`) is checked with it and comes back as it may be used.
 *
 * @throws what the hooks throw: a `QueryError` or an `APIError` of 400 where something is asked that is not public.
 */
export async function publicIds<Question extends PublicQuestion>(
  req: PayloadRequest,
  slug: CollectionSlug,
  question: Question,
): Promise<{ ids: string[]; page: ReturnType<typeof paging>; asked: Question }> {
  const collection = req.payload.collections[slug]
  const { config } = collection
  const given = { ...question, collection, req, overrideAccess: false }
  let args: typeof given = given
  for (const hook of config.hooks.beforeOperation ?? [])
    args =
      ((await hook({
        args: args as never,
        collection: config,
        context: req.context,
        operation: 'read',
        overrideAccess: false,
        req,
      })) as typeof given | undefined) ?? args
  const rule = await config.access.read({ req })
  const { sort, limit = defaultLimit } = args
  const page = args.page || 1
  const pagination = args.pagination ?? true
  const { ids, totalDocs } =
    rule === false
      ? { ids: [], totalDocs: 0 }
      : await findIds(req.payload, {
          collection: slug,
          where: { and: [args.where ?? {}, rule === true ? {} : rule] },
          sort: sort?.length ? sort : config.defaultSort,
          limit,
          page,
          pagination,
          req,
        })
  return { ids, page: paging({ limit, page, pagination, totalDocs }), asked: args }
}
