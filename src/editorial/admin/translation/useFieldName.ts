'use client'

import { getTranslation, type I18nClient } from '@payloadcms/translations'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { findField } from './findField'

/** What people call a field, by its path. */
export function useFieldName(): (path: string) => string {
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const fields = collectionSlug ? (getEntityConfig({ collectionSlug })?.fields ?? []) : []
  return (path) => {
    const found = findField(fields, path)
    return found ? [...found.parents, found.field].map((field) => nameOf(field, i18n)).join(' › ') : path
  }
}

/** A group may go without a label in the form, where its tab has one. */
function nameOf(field: ClientField, i18n: I18nClient): string {
  if ('label' in field && field.label && typeof field.label !== 'function') return getTranslation(field.label, i18n)
  const name = 'name' in field && field.name ? field.name : ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
