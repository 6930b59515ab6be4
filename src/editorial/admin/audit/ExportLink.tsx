'use client'

import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'

/** Downloads what the list shows, all of its pages, as CSV. */
export function ExportLink() {
  const { config } = useConfig()
  const shown = useSearchParams()
  const { user } = useAuth<{ id: string; role?: string; collection: 'users' }>()
  if (user?.role !== 'admin' && user?.role !== 'reviewer') return null
  const filter = new URLSearchParams([...shown].filter(([name]) => name.startsWith('where')))
  return (
    <Button
      buttonStyle="secondary"
      el="anchor"
      margin={false}
      size="small"
      url={`${config.routes.api}/audit.csv${filter.size > 0 ? `?${filter}` : ''}`}
    >
      Export as CSV
    </Button>
  )
}
