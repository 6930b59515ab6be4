import type { TaskConfig } from 'payload'

/** How a job that failed is tried again: ever later, for about forty minutes. */
export const retries = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 10_000 },
} satisfies TaskConfig['retries']
