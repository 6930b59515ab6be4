import { useSyncExternalStore } from 'react'
import type { Preflight } from '../../preflight/previewFindings'

/** The last answer of preflight for each open article and language: the panel asks, and the publish button reads along. */
const told = new Map<string, Preflight>()
const listeners = new Set<() => void>()

export const keyOf = (id: number | string | undefined, locale: string): string => `${id ?? 'new'}:${locale}`

export function tellFindings(key: string, answer: Preflight | undefined): void {
  if (answer) told.set(key, answer)
  else told.delete(key)
  for (const listener of listeners) listener()
}

export const useToldFindings = (key: string): Preflight | undefined =>
  useSyncExternalStore(
    follow,
    () => told.get(key),
    () => undefined,
  )

function follow(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
