'use client'

import { useAllFormFields, useConfig, useDebounce, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useMemo, useState } from 'react'
import type { Preflight } from '../../preflight/previewFindings'
import { askServer, sending } from '../askServer'
import { useChangesBeside } from '../panel/changesBeside'
import { keyOf, tellFindings, useToldFindings } from './toldFindings'

/** How long one pauses before the article is looked at again, in milliseconds. */
const pause = 500
/** What preflight looks at; the rest of the form stays here. */
const looked = [
  'title',
  'localeStatus',
  'summary',
  'hero',
  'body',
  'keyPoints',
  'seekCare',
  'symptoms',
  'remedies',
  'clinics',
  'mentions',
  'references',
  'reviewer',
  'byline',
  'reviewedOn',
  'nextReviewDue',
]

export interface Findings {
  answer?: Preflight
  /** Why there is no newer answer, in words for an editor. */
  problem?: string
}

/** What stands between the open article and its readers, as its form has it now: asked at each pause, after each save and each step of its review. */
export function useFindings(): Findings {
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const { code: locale } = useLocale()
  const [fields] = useAllFormFields()
  const still = useDebounce(fields, pause)
  const address = `${config.routes.api}/preflight`
  const question = useMemo(() => {
    const values = reduceFieldsToValues(still, true) as Record<string, unknown>
    const data = Object.fromEntries(looked.map((name) => [name, values[name]]))
    return JSON.stringify({ id, locale, data })
  }, [still, id, locale])
  const key = keyOf(id, locale)
  const answer = useToldFindings(key)
  const [problem, setProblem] = useState<string>()
  const beside = useChangesBeside()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save may have changed what is stored beside the form
  useEffect(() => {
    const overtaken = new AbortController()
    void askServer<Preflight>(address, {
      ...sending(question),
      signal: overtaken.signal,
      otherwise: 'Preflight could not look at this article.',
    }).then((found) => {
      if (overtaken.signal.aborted) return
      setProblem('body' in found ? undefined : found.complaint)
      if ('body' in found) tellFindings(key, found.body)
    })
    return () => overtaken.abort()
  }, [address, question, key, lastUpdateTime, beside])
  useEffect(() => () => tellFindings(key, undefined), [key])

  return { ...(answer ? { answer } : {}), ...(problem ? { problem } : {}) }
}
