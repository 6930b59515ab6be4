import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { isStaff } from '../../access/roles'
import { toText } from '../../richtext/toText'
import { answerProblem } from '../answerProblem'
import { localesOf } from '../vocabulary'
import type { Finding } from './checkArticle'
import { checkUnsaved } from './checkUnsaved'
import { type FailedSchedule, readFailedSchedule } from './readFailedSchedule'

const longestText = 1_000_000
const largestData = 5_000_000

/** What the panel beside an article is answered. */
export interface Preflight {
  findings: Finding[]
  /** A schedule that should have published it, and did not. */
  schedule?: FailedSchedule
}

/**
 * `POST /api/preflight`, for staff: `{id, locale}` or `{id?, data, locale}`, where `data` is what a form holds and has not saved, to
 * what stands between the article and its readers. Nothing is stored.
 */
export const previewFindings: Endpoint = {
  path: '/preflight',
  method: 'post',
  handler: async (req) => {
    if (!isStaff(req.user)) return answerProblem(req.user ? 403 : 401, 'Only editors may ask for preflight.')
    try {
      await addDataAndFileToRequest(req)
    } catch {
      return answerProblem(400, 'The body must be JSON.')
    }
    const { id, data, locale = 'en' } = (req.data ?? {}) as { id?: unknown; data?: unknown; locale?: unknown }
    if (typeof locale !== 'string' || !localesOf(req.payload).includes(locale))
      return answerProblem(400, 'locale must be en or es.')
    if (id !== undefined && (typeof id !== 'string' || id.length > 64))
      return answerProblem(400, 'id must be an article’s id.')
    if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data)))
      return answerProblem(400, 'data must be an object.')
    if (id === undefined && data === undefined) return answerProblem(400, 'Send an id, data, or both.')
    if (data && isTooLarge(data)) return answerProblem(413, 'This is more than an article can be.')
    if (id !== undefined && !(await exists(id, req))) return answerProblem(404, 'There is no such article.')

    const schedule = id === undefined ? undefined : await readFailedSchedule(id, req)
    const findings = await checkUnsaved(
      { ...(id === undefined ? {} : { id }), locale, data: (data ?? {}) as Record<string, unknown> },
      req,
    )
    const answer: Preflight = { findings, ...(schedule ? { schedule } : {}) }
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  },
}

const isTooLarge = (data: object): boolean =>
  JSON.stringify(data).length > largestData || toText((data as { body?: unknown }).body).text.length > longestText

const exists = async (id: string, req: PayloadRequest): Promise<boolean> =>
  (await req.payload.db.count({ collection: 'articles', where: { id: { equals: id } }, req })).totalDocs > 0
