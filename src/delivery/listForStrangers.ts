import {
  type CollectionSlug,
  headersWithCors,
  type PayloadHandler,
  type PayloadRequest,
  parseParams,
  type SanitizedConfig,
} from 'payload'
import { publicDocuments } from './publicDocuments'
import { publicIds } from './publicIds'

const lists: readonly CollectionSlug[] = ['articles', 'symptoms', 'remedies', 'clinics']

/** Has the lists of public collections answered by {@link listForStrangers}. */
export function serveListsToStrangers(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { slug, endpoints } = collection
    if (!lists.includes(slug) || !endpoints) continue
    // Payload has one object for all collections.
    collection.endpoints = endpoints.map((endpoint) =>
      endpoint.method === 'get' && endpoint.path === '/'
        ? { ...endpoint, handler: listForStrangers(slug, endpoint.handler) }
        : endpoint,
    )
  }
  return config
}

/**
 * REST's list of a public collection, `GET /api/{collection}`. A stranger's is put together from documents that are kept; who is logged
 * in gets Payload's own.
 */
const listForStrangers =
  (slug: CollectionSlug, payloadsOwn: PayloadHandler): PayloadHandler =>
  async (req) => {
    if (req.user) return payloadsOwn(req)
    return new Response(await listOf(req, slug), {
      headers: headersWithCors({ headers: new Headers({ 'content-type': 'application/json' }), req }),
    })
  }

async function listOf(req: PayloadRequest, slug: CollectionSlug): Promise<string> {
  const { depth, draft, joins, limit, page, pagination, populate, select, sort, trash, where } = parseParams(req.query)
  const question = { depth, draft, joins, limit, page, pagination, populate, select, sort, trash, where }
  const { ids, page: numbers, asked } = await publicIds(req, slug, question)
  const documents = await publicDocuments(req.payload, slug, ids, {
    locale: req.locale,
    fallbackLocale: req.fallbackLocale,
    depth: asked.depth ?? req.payload.config.defaultDepth,
    select: asked.select,
    populate: asked.populate,
    joins: asked.joins,
    payloadAPI: 'REST',
  })
  const docs = ids.flatMap((id) => documents.get(id) ?? [])
  return `{"docs":[${docs.join(',')}],${JSON.stringify(numbers).slice(1)}`
}
