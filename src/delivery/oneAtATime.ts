/**
 * Runs a piece of work one at a time. Who asks while it runs gets the next run, shared with all who ask meanwhile, and not the
 * present one: that may have looked before what the asker knows of.
 */
export function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | undefined
  return () => {
    if (waiting) return waiting
    const run = last.then(() => {
      waiting = undefined
      return work()
    })
    waiting = run
    last = run.catch(() => undefined)
    return run
  }
}
