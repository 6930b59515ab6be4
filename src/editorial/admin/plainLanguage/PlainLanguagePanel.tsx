'use client'

import { Collapsible } from '@payloadcms/ui'
import { useBodyText } from '../body/useBodyText'
import { PlainLanguage } from './PlainLanguage'
import './PlainLanguagePanel.css'

/** Beside an article: how hard it is to read while one types, what makes it so, and plainer words for its jargon. */
export function PlainLanguagePanel() {
  const { text, locale } = useBodyText()
  return (
    <div className="saphena-plain" id="plain-language-panel">
      <Collapsible header={<h3 className="saphena-plain__title">Plain language</h3>}>
        {/* what is said aloud of one language is no news of the other */}
        <PlainLanguage key={locale} locale={locale} text={text} />
      </Collapsible>
    </div>
  )
}
