'use client'

import { Button } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { translationState } from '../../translation/translationState'
import { useLocaleName } from './useLocaleName'

interface ChooseLanguageProps {
  languages: string[]
  source: string
  translation: unknown
}

/** What is to be done in each language, for whoever comes here from the source's. */
export function ChooseLanguage({ languages, source, translation }: ChooseLanguageProps) {
  const nameOf = useLocaleName()
  const pathname = usePathname()
  return (
    <div className="saphena-translation">
      <h2 className="saphena-translation__title">Translate this into</h2>
      <ul className="saphena-translation__languages">
        {languages.map((locale) => {
          const { missing, stale } = translationState(translation, locale, source)
          return (
            <li key={locale}>
              <Button buttonStyle="secondary" el="anchor" margin={false} url={`${pathname}?locale=${locale}`}>
                {nameOf(locale)}
              </Button>
              <span>
                {missing.length} missing, {stale.length} older than the {nameOf(source)} words
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
