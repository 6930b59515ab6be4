'use client'

import { useConfig, usePayloadAPI } from '@payloadcms/ui'
import { useMemo } from 'react'
import type { Jargon } from '../../../payload-types'
import { type CompiledJargon, compileJargon } from '../../plainLanguage/findJargon'

const initialParams = {
  depth: 0,
  pagination: false,
  sort: 'term',
  select: { term: true, plainer: true, locale: true },
}

/** The list of jargon in one language, fetched once and made ready; undefined until it is there. */
export function useJargon(locale: string): CompiledJargon | undefined {
  const { config } = useConfig()
  const [{ data }] = usePayloadAPI(`${config.serverURL}${config.routes.api}/jargon`, { initialParams })
  const docs = (data as { docs?: Pick<Jargon, 'term' | 'plainer' | 'locale'>[] }).docs
  return useMemo(
    () =>
      docs &&
      compileJargon(
        docs.filter((entry) => entry.locale === locale),
        locale,
      ),
    [docs, locale],
  )
}
