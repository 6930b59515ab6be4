'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { findField } from './findField'

/** What people call a field, by its path. */
export function useFieldName(): (path: string) => string {
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const fields = collectionSlug ? (getEntityConfig({ collectionSlug })?.fields ?? []) : []
  return (path) => {
    const found = findField(fields, path)
    const labels = [...(found?.parents ?? []), ...(found ? [found.field] : [])].flatMap((field) =>
      'label' in field && field.label && typeof field.label !== 'function' ? [getTranslation(field.label, i18n)] : [],
    )
    return labels.join(' › ') || path
  }
}
