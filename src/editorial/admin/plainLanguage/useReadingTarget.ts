'use client'

import { useConfig, usePayloadAPI } from '@payloadcms/ui'
import type { Organisation } from '../../../payload-types'
import type { ReadingTarget } from '../../../readability/compareWithTarget'

const initialParams = { depth: 0 }

/** What the organisation asks of its texts; undefined until that is there. */
export function useReadingTarget(): ReadingTarget | undefined {
  const { config } = useConfig()
  const [{ data }] = usePayloadAPI(`${config.serverURL}${config.routes.api}/globals/organisation`, { initialParams })
  return (data as Partial<Organisation>).reading
}
