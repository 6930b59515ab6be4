import { thisWorker } from './thisWorker'

/** A worker to the process that started it: it serves, and this is what there is to print of it. */
export interface Ready {
  ready: string
}

/** To the first worker: no other is left that could hand a request over. */
export const alone = 'alone'

/** Says that this process serves: to the terminal, or to the process that speaks for all workers. */
export function tellReady(text: string): void {
  if (thisWorker.adminSocket) process.send?.({ ready: text } satisfies Ready)
  else process.stdout.write(text)
}

/** Resolves once no other worker is left, or where there never was one. */
export function leftAlone(): Promise<void> {
  if (!thisWorker.adminSocket) return Promise.resolve()
  return new Promise((resolve) => {
    process.on('message', (message) => {
      if (message === alone) resolve()
    })
  })
}
