'use client'

import { Link, NavGroup, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

/** The way to the import from every page; the same markup as Payload's own links in this place. */
export function ImportNavLink() {
  const { config } = useConfig()
  const href = formatAdminURL({ adminRoute: config.routes.admin, path: '/import' })
  const isHere = usePathname() === href
  return (
    <NavGroup label="Import">
      <Link
        className="nav__link"
        href={href}
        id="nav-import"
        prefetch={false}
        {...(isHere ? { 'aria-current': 'page' as const } : {})}
      >
        {isHere && <div className="nav__link-indicator" />}
        <span className="nav__link-label">Articles from files</span>
      </Link>
    </NavGroup>
  )
}
