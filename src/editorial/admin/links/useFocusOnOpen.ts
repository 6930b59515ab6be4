'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** For the first input of a form that a button opens: it is what one wants to use next. */
export function useFocusOnOpen(): RefObject<HTMLInputElement> {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return input as RefObject<HTMLInputElement>
}
