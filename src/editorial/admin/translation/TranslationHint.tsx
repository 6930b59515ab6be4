'use client'

import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import Link from 'next/link'
import { translationState } from '../../translation/translationState'
import { useFieldName } from './useFieldName'
import { useLocaleName } from './useLocaleName'
import './translation.css'

/** Under the language's readiness: which fields fall back to the source, and which are older than it. */
export function TranslationHint() {
  const { collectionSlug, data, id } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const nameOf = useLocaleName()
  const fieldName = useFieldName()
  if (!config.localization || !id || !collectionSlug) return null
  const source = config.localization.defaultLocale
  const others = config.localization.localeCodes.filter((locale) => locale !== source)
  const shown = code === source ? others : [code]
  const address = `${config.routes.admin}/collections/${collectionSlug}/${id}/translation`
  return (
    <div aria-live="polite" className="saphena-translation-hint">
      {shown.map((locale) => {
        const { missing, stale } = translationState(data?.translation, locale, source)
        const names = (paths: string[]) => paths.map(fieldName).join(', ')
        return (
          <div key={locale}>
            {missing.length > 0 ? (
              <p>
                Readers of {nameOf(locale)} get {nameOf(source)} for: {names(missing)}.
              </p>
            ) : null}
            {stale.length > 0 ? (
              <p>
                {nameOf(locale)} is older than {nameOf(source)} in: {names(stale)}.
              </p>
            ) : null}
            <Link href={`${address}?locale=${locale}`} prefetch={false}>
              {nameOf(source)} and {nameOf(locale)} side by side
            </Link>
          </div>
        )
      })}
    </div>
  )
}
