import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from 'payload'
import { tiny } from './tinyPayload'

/** Jobs that each write an entry of their number: two entries are a job that ran twice. */
export const noteJobs: NonNullable<Config['jobs']> = {
  deleteJobOnComplete: true,
  tasks: [
    {
      slug: 'note',
      inputSchema: [{ name: 'number', type: 'number', required: true }],
      handler: async ({ input, req }) => {
        await pause(5)
        const data = { note: String((input as { number: number }).number) }
        await tiny(req.payload).create({ collection: 'entries', data })
        return { output: {} }
      },
    },
  ],
}
