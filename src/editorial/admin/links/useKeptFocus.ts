'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** How long what was pressed may take to go away, in milliseconds; later somebody else has taken the focus. */
const patience = 3_000

/**
 * A decision takes the button away that was pressed. Whoever works with the keyboard then goes on at the next place of the panel,
 * and not at the top of the page.
 *
 * @returns what is called when a button was pressed that may go away
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): () => void {
  const pressed = useRef<{ place: number; at: number }>(undefined)
  const places = () => [...(root.current?.querySelectorAll<HTMLElement>('.saphena-links__jump') ?? [])]

  useEffect(() => {
    if (!pressed.current) return
    const { place, at } = pressed.current
    if (performance.now() - at > patience) pressed.current = undefined
    else if (!document.activeElement || document.activeElement === document.body) {
      pressed.current = undefined
      const left = places()
      const next = left[Math.min(place, left.length - 1)] ?? root.current?.querySelector('button')
      next?.focus()
    }
  })

  return () => {
    const own = document.activeElement
      ?.closest('.saphena-links__place')
      ?.querySelector<HTMLElement>('.saphena-links__jump')
    pressed.current = own ? { place: places().indexOf(own), at: performance.now() } : undefined
  }
}
