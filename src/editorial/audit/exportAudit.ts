import type { Endpoint, PayloadRequest, Where } from 'payload'
import { canPublish } from '../../access/roles'
import { toCsvLine } from './toCsvLine'

const columns = [
  'at',
  'actorName',
  'actorRole',
  'action',
  'collection',
  'title',
  'locale',
  'detail',
  'document',
] as const
type Row = { id: string } & Partial<Record<(typeof columns)[number], string | null>>

const rowsAtOnce = 500
const longestQuestion = 4_000

/**
 * `GET /api/audit.csv`, for reviewers and administrators: the audit from its beginning, as far as they may read it and the `where` of the
 * question (as in `/api/audit`) allows. Read a page at a time while it is sent, so that its length costs no memory.
 */
export const exportAudit: Endpoint = {
  path: '/audit.csv',
  method: 'get',
  handler: async (req) => {
    if (!canPublish(req.user))
      return problem(req.user ? 403 : 401, 'Only reviewers and administrators export the audit.')
    const { where } = req.query as { where?: Where }
    if (JSON.stringify(where ?? {}).length > longestQuestion) return problem(400, 'The filter is too long.')
    let first: Row[]
    try {
      first = await readPage(req, where, '')
    } catch (error) {
      if ((error as { status?: unknown }).status !== 400) throw error
      return problem(400, 'The filter could not be read.')
    }
    return new Response(streamOf(req, where, first), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
}

function streamOf(req: PayloadRequest, where: Where | undefined, first: Row[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let page: Row[] | undefined
  return new ReadableStream({
    async pull(controller) {
      const isFirst = page === undefined
      page = page === undefined ? first : await readPage(req, where, page.at(-1)?.id ?? '')
      const lines = page.map((row) => toCsvLine(columns.map((column) => row[column])))
      // Spreadsheets take a file for UTF-8 by the mark at its beginning.
      if (isFirst) lines.unshift('\uFEFF', toCsvLine(columns))
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
      if (page.length < rowsAtOnce) controller.close()
    },
  })
}

/** Ids grow with time, so that a page begins where the last one ended. */
async function readPage(req: PayloadRequest, where: Where | undefined, after: string): Promise<Row[]> {
  const { docs } = await req.payload.find({
    collection: 'audit',
    where: { and: [where ?? {}, ...(after ? [{ id: { greater_than: after } }] : [])] },
    sort: 'id',
    limit: rowsAtOnce,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  })
  return docs as unknown as Row[]
}

const problem = (status: number, message: string): Response => Response.json({ errors: [{ message }] }, { status })
