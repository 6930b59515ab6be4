/**
 * Runs a piece of work one at a time. Who asks while it runs gets the next run, shared with all who ask meanwhile, and not the
 * present one: that may have looked before what the asker knows of.
 */
export function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined
  let next: Promise<T> | undefined
  const start = (): Promise<T> => {
    const run = work().finally(() => {
      if (current === run) current = undefined
    })
    current = run
    return run
  }
  return () => {
    if (!current) return start()
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }
}
