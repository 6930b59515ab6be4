/** How long statements may follow one another before others get a turn, in milliseconds. */
const turnMs = 5

let began: number | undefined

/**
 * To be awaited before each statement. SQLite answers within the call, so that a save of fifty statements runs through without a pause,
 * one after another of those that wait for it, and readers whose answer lies in memory stand behind all of them. Once a turn has lasted long
 * enough, the event loop goes round before the next statement.
 *
 * @returns undefined as long as there is nothing to wait for
 */
export function nextTurn(): Promise<void> | undefined {
  const now = performance.now()
  if (began === undefined) {
    began = now
    setImmediate(() => {
      began = undefined
    })
  }
  return now - began < turnMs ? undefined : new Promise((resolve) => setImmediate(resolve))
}
