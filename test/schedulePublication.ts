import type { Name, Service } from './startService'

/** Has somebody schedule what readers see of an article; for a moment that has passed, so that the next run of jobs does it. */
export const schedulePublication = (
  { payload, people }: Service,
  who: Exclude<Name, 'stranger'>,
  article: string,
  { type = 'publish', at = new Date(Date.now() - 1000) }: { type?: 'publish' | 'unpublish'; at?: Date } = {},
) =>
  payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'articles', value: article },
      user: { relationTo: 'users', value: people[who] },
    },
    waitUntil: at,
  })
