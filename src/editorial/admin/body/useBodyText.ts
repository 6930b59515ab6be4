'use client'

import { useDebounce, useFormFields, useLocale } from '@payloadcms/ui'
import { useMemo } from 'react'
import { toText } from '../../../richtext/toText'

/** How long one pauses before a panel looks at what was typed, in milliseconds. */
const pause = 300

/**
 * The body of the open article as one types it, saved or not, in the locale that is being edited: Lexical's state, and the plain
 * text that offsets count in.
 */
export function useBodyText(): { body: unknown; text: string; locale: string } {
  const live = useFormFields(([fields]) => fields.body?.value as unknown)
  const { code } = useLocale()
  // Both wait together, so that words are never taken for those of the locale that one has just changed to.
  const { body, locale } = useDebounce(
    useMemo(() => ({ body: live, locale: code }), [live, code]),
    pause,
  )
  const text = useMemo(() => toText(body).text, [body])
  return { body, text, locale }
}
