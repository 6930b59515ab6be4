'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewAnswer } from '../../review/reviewArticle'
import type { ReviewAction } from '../../review/reviewState'
import { askServer, sending } from '../askServer'
import { tellChangeBeside } from '../panel/changesBeside'

/** Where the review of the open article stands in one language, read again after each save, and the steps in it. */
export function useReview(id: string, locale: string) {
  const { config } = useConfig()
  const { lastUpdateTime } = useDocumentInfo()
  const [review, setReview] = useState<ReviewAnswer>()
  const [problem, setProblem] = useState('')
  const address = `${config.routes.api}/articles/${encodeURIComponent(id)}/review`
  const asked = useRef(0)

  const refresh = useCallback(async () => {
    const turn = ++asked.current
    const answer = await askServer<ReviewAnswer>(`${address}?locale=${locale}`)
    if (turn !== asked.current) return // a later question is on its way
    if ('body' in answer) setReview(answer.body)
    setProblem('body' in answer ? '' : answer.complaint)
  }, [address, locale])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save may change where the review stands
  useEffect(() => {
    void refresh()
  }, [refresh, lastUpdateTime])

  /** @returns whether it was done; `problem` says why not */
  const act = async (action: ReviewAction, note = ''): Promise<boolean> => {
    asked.current++
    const step = { action, locale, note, digest: review?.digest }
    const answer = await askServer<ReviewAnswer>(address, sending(step))
    if ('body' in answer) {
      setProblem('')
      setReview(answer.body)
      tellChangeBeside()
      return true
    }
    setProblem(answer.complaint)
    await refresh()
    setProblem(answer.complaint)
    return false
  }
  return { review, problem, act, address }
}
