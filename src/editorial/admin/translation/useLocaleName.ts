'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

/** What people call a language of the content. */
export function useLocaleName(): (code: string) => string {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  return (code) => {
    const locales = config.localization ? config.localization.locales : []
    const label = locales.find((locale) => locale.code === code)?.label
    return label ? getTranslation(label, i18n) : code
  }
}
