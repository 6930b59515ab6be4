'use client'

import { Collapsible, useDocumentInfo } from '@payloadcms/ui'
import { useBodyText } from '../body/useBodyText'
import { LinksDesk } from './LinksDesk'
import './LinksPanel.css'

/** Beside an article: which symptoms, remedies and clinics its words name while one types, and what the editor says to that. */
export function LinksPanel() {
  const { id } = useDocumentInfo()
  const { body, locale } = useBodyText()
  return (
    <div className="saphena-links" id="links-panel">
      <Collapsible header={<h3 className="saphena-links__title">Links</h3>}>
        {/* what was decided and undone here belongs to one article in one language */}
        <LinksDesk body={body} key={`${id}:${locale}`} locale={locale} />
      </Collapsible>
    </div>
  )
}
