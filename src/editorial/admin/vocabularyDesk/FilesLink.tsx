'use client'

import { useConfig, useListDrawerContext } from '@payloadcms/ui'
import Link from 'next/link'

/** Above the lists of symptoms and remedies: the way to export and import. Not where one of them is only being chosen. */
export function FilesLink() {
  const { config } = useConfig()
  const { isInDrawer } = useListDrawerContext()
  if (isInDrawer) return null
  return <Link href={`${config.routes.admin}/vocabulary`}>Export or import the vocabulary</Link>
}
