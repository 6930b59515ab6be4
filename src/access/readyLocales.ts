import type { CollectionAfterReadHook, CollectionBeforeReadHook, FlattenedField, PayloadRequest } from 'payload'
import { isStaff } from './roles'

type Document = Record<string, unknown>

/**
 * Which words a reader gets. Before Payload picks a locale, the document holds every locale side by side: for strangers the
 * ones that are not ready are taken out, so that Payload's own fallback answers in their place; and for everybody the fields
 * that will fall back are named in `fellBack`, because in health content a silent change of language is a safety fault.
 */
export const readyLocales: CollectionBeforeReadHook = ({ collection, doc, overrideAccess, req }) => {
  const { localization } = req.payload.config
  if (!localization || !doc) return doc
  const document = doc as Document
  const defaultLocale = localization.defaultLocale
  if (!overrideAccess && !isStaff(req.user) && hasReadiness(collection.flattenedFields)) {
    const status = document.localeStatus as Record<string, unknown> | undefined
    for (const locale of localization.localeCodes) {
      if (locale !== defaultLocale && status?.[locale] !== 'ready')
        withdrawLocale(document, collection.flattenedFields, locale)
    }
  }
  if (collection.flattenedFields.some((field) => field.name === 'fellBack')) {
    document.fellBack = fallenBack(document, collection.flattenedFields, req)
  }
  return document
}

/** Strangers do not get what the rules needed to be read along (Payload would fill in its default where it were taken out before). */
export const hideReadiness: CollectionAfterReadHook = ({ doc, overrideAccess, req }) => {
  if (!overrideAccess && !isStaff(req.user) && doc) delete doc.localeStatus
  return doc
}

const hasReadiness = (fields: FlattenedField[]): boolean => fields.some((field) => field.name === 'localeStatus')

function withdrawLocale(data: Document, fields: FlattenedField[], locale: string): void {
  for (const field of fields) {
    const value = data[field.name]
    if (value === null || value === undefined) continue
    if ('localized' in field && field.localized) {
      if (typeof value === 'object' && !Array.isArray(value)) delete (value as Document)[locale]
    } else if (field.type === 'group' || field.type === 'tab') {
      withdrawLocale(value as Document, field.flattenedFields, locale)
    } else if (field.type === 'array' && Array.isArray(value)) {
      for (const row of value) withdrawLocale(row as Document, field.flattenedFields, locale)
    }
  }
}

function fallenBack(data: Document, fields: FlattenedField[], req: PayloadRequest): string[] {
  const { locale, fallbackLocale } = req
  const localization = req.payload.config.localization
  if (!localization || !locale || locale === 'all' || locale === localization.defaultLocale || !fallbackLocale)
    return []
  const names: string[] = []
  const visit = (values: Document, within: FlattenedField[], path: string) => {
    for (const field of within) {
      const value = values[field.name]
      if (value === null || value === undefined || field.name === 'localeStatus' || ('hidden' in field && field.hidden))
        continue
      const at = path + field.name
      if ('localized' in field && field.localized) {
        const words = value as Document
        if (typeof words === 'object' && isEmpty(words[locale]) && !isEmpty(words[localization.defaultLocale]))
          names.push(at)
      } else if (field.type === 'group' || field.type === 'tab')
        visit(value as Document, field.flattenedFields, `${at}.`)
    }
  }
  visit(data, fields, '')
  return names.filter((name) => !staffNames.has(name))
}

const staffNames = new Set(['mentions', 'internalNotes', 'origin.hash'])

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
