import type { BasePayload, TaskConfig, Where } from 'payload'
import { gradeText, type Readability } from '../../readability/gradeText'
import { toText } from '../../richtext/toText'
import { inTurns } from '../inTurns'
import { resumable } from '../interruption'
import { type Row, rewriteKeptRows } from '../keptRows'
import { retries } from '../retries'
import { localesOf } from '../vocabulary'

const slug = 'grade' as const

/** Measures how hard articles are to read that were last saved before that was measured. */
export const gradeTask: TaskConfig = {
  slug,
  label: 'Measure how hard older articles are to read',
  retries,
  inputSchema: [],
  outputSchema: [{ name: 'graded', type: 'number' }],
  handler: resumable(async ({ req }) => ({ output: { graded: await gradeUngraded(req.payload) } })),
}

/** At a start: queues the measuring, where there is something to measure and it does not wait already. */
export async function queueGrading(payload: BasePayload): Promise<void> {
  const [ungraded] = await findUngraded(payload, '', 1)
  if (!ungraded) return
  const { totalDocs } = await payload.count({
    collection: 'payload-jobs',
    where: { and: [{ taskSlug: { equals: slug } }, { hasError: { not_equals: true } }] },
    overrideAccess: true,
  })
  if (totalDocs === 0) await payload.jobs.queue({ task: slug, input: {}, overrideAccess: true })
}

const pageSize = 100

/** Interrupted, it goes on with what is not measured yet. */
async function gradeUngraded(payload: BasePayload): Promise<number> {
  let graded = 0
  let after = ''
  for (;;) {
    const ids = await findUngraded(payload, after, pageSize)
    graded += await inTurns(payload, ids, async (req) => (id) => rewriteKeptRows('articles', id, grades(payload), req))
    const last = ids.at(-1)
    if (last === undefined) return graded
    after = last
  }
}

/** Articles with a text in some language and no measure of it, in the order of their ids. */
async function findUngraded(payload: BasePayload, after: string, limit: number): Promise<string[]> {
  const found = new Set<string>()
  for (const locale of localesOf(payload)) {
    const where: Where = {
      and: [{ id: { greater_than: after } }, { body: { exists: true } }, { readability: { exists: false } }],
    }
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'articles',
      where,
      locale,
      select: { slug: true },
      sort: 'id',
      limit,
      pagination: false,
    })
    for (const { id } of docs) found.add(id)
  }
  return [...found].sort().slice(0, limit)
}

/** What is missing in a row, or undefined where nothing is. */
const grades =
  (payload: BasePayload) =>
  (row: Row): Partial<Row> | undefined => {
    const bodies = (row.body ?? {}) as Record<string, unknown>
    const before = (row.readability ?? {}) as Record<string, Readability | null>
    const missing = localesOf(payload).filter((locale) => bodies[locale] && !before[locale])
    if (missing.length === 0) return undefined
    const measured = missing.map((locale) => [locale, gradeText(toText(bodies[locale]).text, locale)])
    return { readability: { ...before, ...Object.fromEntries(measured) } }
  }
