'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useBodyText } from '../body/useBodyText'
import { Panel } from '../panel/Panel'
import { LinksDesk } from './LinksDesk'
import './LinksPanel.css'

/** Beside an article: which symptoms, remedies and clinics its words name while one types, and what the editor says to that. */
export function LinksPanel() {
  const { id } = useDocumentInfo()
  const { body, locale } = useBodyText()
  return (
    <Panel className="saphena-links" id="links-panel" title="Links">
      {/* what was decided and undone here belongs to one article in one language */}
      <LinksDesk body={body} key={`${id}:${locale}`} locale={locale} />
    </Panel>
  )
}
