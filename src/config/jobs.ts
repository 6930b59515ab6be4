import type { JobsConfig } from 'payload'
import { isAdmin } from '../access/roles'
import { adminsOnly } from '../access/rules'
import { gradeTask } from '../editorial/plainLanguage/gradeUngraded'
import { checkReferencesTask } from '../editorial/references/checkReferences'
import { relinkTask } from '../editorial/relink'
import { remindTask } from '../editorial/review/reminders'

/** What is done later. Only the server runs jobs, and only our own code queues them. */
export const jobs: JobsConfig = {
  tasks: [relinkTask, gradeTask, remindTask, checkReferencesTask],
  deleteJobOnComplete: true,
  jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
    ...defaultJobsCollection,
    // Administrators look after what failed or stalls.
    access: { ...defaultJobsCollection.access, read: adminsOnly },
    admin: {
      ...defaultJobsCollection.admin,
      hidden: ({ user }) => !isAdmin(user as never),
      defaultColumns: ['taskSlug', 'processing', 'hasError', 'totalTried', 'waitUntil', 'createdAt'],
    },
    fields: [
      ...defaultJobsCollection.fields,
      {
        name: 'progress',
        type: 'json',
        admin: { readOnly: true, description: 'How much is done, and of how much.' },
      },
    ],
  }),
  access: { run: () => false, queue: () => false, cancel: () => false },
}
