'use client'

import { useConfig } from '@payloadcms/ui'
import Link from 'next/link'

/** Above the lists of symptoms and remedies: the way to export and import. */
export function FilesLink() {
  const { config } = useConfig()
  return <Link href={`${config.routes.admin}/vocabulary`}>Export or import the vocabulary</Link>
}
