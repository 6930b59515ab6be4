'use client'

import { SetStepNav } from '@payloadcms/ui'

/** Where one is, in Payload's header. */
export function DeskStepNav({ label }: { label: string }) {
  return <SetStepNav nav={[{ label }]} />
}
