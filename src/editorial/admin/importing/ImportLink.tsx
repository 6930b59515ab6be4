'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

/** Above the list of articles: the way to the import. */
export function ImportLink() {
  const { config } = useConfig()
  return (
    <Button
      buttonStyle="secondary"
      el="link"
      margin={false}
      size="small"
      to={formatAdminURL({ adminRoute: config.routes.admin, path: '/import' })}
    >
      Import from files
    </Button>
  )
}
