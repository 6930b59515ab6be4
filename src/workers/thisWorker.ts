import cluster from 'node:cluster'

/** Which of this machine's processes this one is. */
export interface ThisWorker {
  /** From 0; the first one has what is in one process alone: the admin, jobs, webhooks. */
  index: number
  /** Where the first one takes requests for the admin that came to the others; undefined where it is alone. */
  adminSocket: string | undefined
}

/** No settings: `runWorkers` says so to each process that it starts. */
export const workerVariables = { index: 'SAPHENA_WORKER', adminSocket: 'SAPHENA_ADMIN_SOCKET' } as const

export const thisWorker: Readonly<ThisWorker> = cluster.isWorker
  ? {
      index: Number(process.env[workerVariables.index] ?? 0),
      adminSocket: process.env[workerVariables.adminSocket],
    }
  : { index: 0, adminSocket: undefined }
