import type {
  CollectionAfterOperationHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { defaultLocaleOf } from '../vocabulary'
import type { Finding } from './checkArticle'
import { checkPublication, type Publication } from './checkPublication'
import { PreflightError } from './PreflightError'

/** By which operation a document is about to change: hooks of a change are not told, and what it writes differs. */
interface Road {
  operation: 'create' | 'update' | 'restoreVersion'
  draft: boolean
  /** Many documents at once: each is written over the row that readers see, not over its newest draft. */
  isBulk: boolean
  /** Which version is brought back. */
  version?: string
  /** The one language that is published. */
  only?: string
  /** What a bulk change met until now. */
  findings: Finding[]
}

// A string: Payload takes a context that has none for empty, and makes a new one.
const noted = 'preflightRoad'
type Context = { [noted]?: Road }

/**
 * Holds preflight on every road to publication, whoever takes it: what an article is about to become for readers is checked before
 * it is written, and refused with its findings where one of them blocks. In every language that readers would get.
 *
 * Not a publication: a draft, a withdrawal, the trash, and what the server writes past the hooks (links found again).
 */
export const guardReadiness: {
  beforeOperation: CollectionBeforeOperationHook
  beforeChange: CollectionBeforeChangeHook
  afterOperation: CollectionAfterOperationHook
} = {
  beforeOperation: ({ args, collection, operation, req }) => {
    if (collection.slug !== 'articles') return args
    if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
    const { draft, id, publishSpecificLocale } = args as {
      draft?: boolean
      id?: string
      publishSpecificLocale?: string
    }
    ;(req.context as Context)[noted] = {
      operation,
      draft: Boolean(draft),
      isBulk: operation === 'update' && id === undefined,
      ...(operation === 'restoreVersion' ? { version: String(id) } : {}),
      ...(publishSpecificLocale ? { only: publishSpecificLocale } : {}),
      findings: [],
    }
    return args
  },

  beforeChange: async ({ collection, data, originalDoc, req }) => {
    if (collection.slug !== 'articles') return data
    const road = (req.context as Context)[noted]
    if (!road) throw new Error('Nothing is published by a way that preflight does not know')
    if (!(await isPublication(data, originalDoc, road, req))) return data
    const findings = await checkPublication(toPublication(data, originalDoc?.id, road, req), req)
    if (!findings.some(({ blocking }) => blocking)) return data
    road.findings.push(...findings)
    throw new PreflightError(findings)
  },

  // Payload keeps of each failure in a bulk change its words alone.
  afterOperation: ({ collection, operation, req, result }) => {
    const road = (req.context as Context)[noted]
    if (collection.slug === 'articles' && operation === 'update' && road?.isBulk && road.findings.length > 0)
      throw new PreflightError(road.findings)
    return result
  },
}

async function isPublication(
  data: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
  road: Road,
  req: PayloadRequest,
): Promise<boolean> {
  const isDraft = data._status !== 'published' || (road.operation === 'restoreVersion' && road.draft)
  if (isDraft || data.deletedAt) return false
  // A text that readers have, and must not follow: nothing may stand between them and being told.
  const isRecalled = (data.recall as { kind?: string } | undefined)?.kind === 'recalled'
  return !(isRecalled && before?.id && (await isShown(String(before.id), req)))
}

const isShown = async (id: string, req: PayloadRequest): Promise<boolean> =>
  (
    await req.payload.db.count({
      collection: 'articles',
      where: { id: { equals: id }, _status: { equals: 'published' } },
      req,
    })
  ).totalDocs > 0

function toPublication(
  data: Record<string, unknown>,
  id: string | undefined,
  road: Road,
  req: PayloadRequest,
): Publication {
  const others = road.only ? 'none' : road.version ? { version: road.version } : road.isBulk ? 'shown' : 'draft'
  return {
    ...(id ? { id } : {}),
    locale: req.locale && req.locale !== 'all' ? req.locale : defaultLocaleOf(req.payload),
    values: data,
    others,
    evenIfHidden: Boolean(road.only), // that it be published by itself is its editor's word
  }
}
