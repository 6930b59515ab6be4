'use client'

import { Collapsible } from '@payloadcms/ui'
import { type ReactNode, useId } from 'react'
import { useCollapsed } from './useCollapsed'
import './Panel.css'

interface Props {
  children: ReactNode
  /** What its own styles hang on. */
  className: string
  /** Stands beside the title, and stays in sight while the panel is closed. */
  count?: ReactNode
  id: string
  title: string
}

/**
 * A panel of the desk beside the form: Payload's Collapsible, which stays open or closed as its editor left it. The title itself is the
 * button, so that it is told by its name and whether it is open; Payload's own toggle is called the same everywhere.
 */
export function Panel({ children, className, count, id, title }: Props) {
  const content = useId()
  const [collapsed, setCollapsed] = useCollapsed(id)
  return (
    <div className={`saphena-panel ${className}`} id={id}>
      <Collapsible
        disableHeaderToggle
        header={
          <h3 className="saphena-panel__title">
            <button
              aria-controls={content}
              aria-expanded={!collapsed}
              className="saphena-panel__toggle"
              onClick={() => setCollapsed(!collapsed)}
              type="button"
            >
              {title}
            </button>
            {count}
          </h3>
        }
        isCollapsed={collapsed}
      >
        <div id={content}>{children}</div>
      </Collapsible>
    </div>
  )
}
