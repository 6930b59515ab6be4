'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useBodyText } from '../body/useBodyText'
import { Panel } from '../panel/Panel'
import { ReviewDesk } from './ReviewDesk'
import './ReviewPanel.css'

/** Beside an article: where its review stands in this language, what was said of it, and the next step. */
export function ReviewPanel() {
  const { id } = useDocumentInfo()
  const { locale, text } = useBodyText()
  return (
    <Panel className="saphena-review" id="field-review" title="Review">
      {id ? (
        <ReviewDesk id={String(id)} key={`${id}:${locale}`} locale={locale} text={text} />
      ) : (
        <p className="saphena-review__hint">The article can be reviewed once it is saved.</p>
      )}
    </Panel>
  )
}
