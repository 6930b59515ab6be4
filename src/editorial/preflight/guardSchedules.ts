import type { PayloadRequest, SanitizedConfig } from 'payload'
import { checkReviewDue } from './checks/checkReviewDue'
import { PreflightError } from './PreflightError'
import { readRow } from './readRow'

type Input = { type?: string; doc?: { relationTo: string; value: string } }

/**
 * A schedule does not publish what its review has lapsed for, whatever the organisation says of other publications: nobody looks at
 * it at that moment. What preflight refuses does not pass either. Either way the job fails and stays, with the reason: it is told in
 * the log, among the failed jobs, and beside the article.
 */
export function guardSchedules(config: SanitizedConfig): SanitizedConfig {
  const task = config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish')
  const publish = task?.handler
  if (!task || typeof publish !== 'function')
    throw new Error('Payload publishes on schedule by other means than it did')
  task.handler = async (args: Parameters<typeof publish>[0]) => {
    await refuseLapsed(args.input as Input, args.req)
    return publish(args)
  }
  return config
}

async function refuseLapsed({ type, doc }: Input, req: PayloadRequest): Promise<void> {
  if (type === 'unpublish' || doc?.relationTo !== 'articles') return
  const article = await readRow(doc.value, 'draft', req)
  const lapsed = checkReviewDue(article?.nextReviewDue, new Date())
  if (lapsed.length > 0) throw new PreflightError(lapsed.map((complaint) => ({ ...complaint, blocking: true })))
}
