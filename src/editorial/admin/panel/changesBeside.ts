import { useSyncExternalStore } from 'react'

let changes = 0
const listeners = new Set<() => void>()

/** Tells the other panels that something changed which is kept beside the form and not in it, such as where the review stands. */
export function tellChangeBeside(): void {
  changes++
  for (const listener of listeners) listener()
}

/** Another number after each such change: what was answered before it is asked again. */
export const useChangesBeside = (): number =>
  useSyncExternalStore(
    follow,
    () => changes,
    () => 0,
  )

function follow(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
