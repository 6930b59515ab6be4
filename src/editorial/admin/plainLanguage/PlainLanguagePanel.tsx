'use client'

import { useBodyText } from '../body/useBodyText'
import { Panel } from '../panel/Panel'
import { PlainLanguage } from './PlainLanguage'
import './PlainLanguagePanel.css'

/** Beside an article: how hard it is to read while one types, what makes it so, and plainer words for its jargon. */
export function PlainLanguagePanel() {
  const { text, locale } = useBodyText()
  return (
    <Panel className="saphena-plain" id="plain-language-panel" title="Plain language">
      {/* what is said aloud of one language is no news of the other */}
      <PlainLanguage key={locale} locale={locale} text={text} />
    </Panel>
  )
}
