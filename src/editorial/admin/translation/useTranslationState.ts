'use client'

import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import type { NotedTranslation } from '../../translation/noteWords'
import type { SideBySide } from '../../translation/sideBySide'
import { translationState } from '../../translation/translationState'
import { askServer, sending } from '../askServer'

/** What is missing in the open document, or older than its source, as it was saved last; and how to say that words are still right. */
export function useTranslationState({ locale, source, translation: initial }: SideBySide) {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const [translation, setTranslation] = useState<NotedTranslation>(initial)

  const confirm = async (paths?: string[]) => {
    const answer = await askServer<{ translation: NotedTranslation; message: string }>(
      `${config.routes.api}/${collectionSlug}/${encodeURIComponent(String(id))}/translation/confirm`,
      { ...sending({ locale, ...(paths ? { paths } : {}) }), otherwise: 'It could not be noted.' },
    )
    if ('complaint' in answer) return void toast.error(answer.complaint)
    setTranslation(answer.body.translation)
    toast.success(answer.body.message)
  }
  return {
    ...translationState(translation, locale, source),
    confirm,
    noteSaved: (doc: { translation?: unknown }) => setTranslation((doc.translation ?? {}) as NotedTranslation),
  }
}
