import type { CollectionBeforeChangeHook, CollectionSlug, FieldHook, FlattenedField, PayloadRequest } from 'payload'
import { ownLocale } from '../../access/ownLocale'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { type NotedTranslation, noteAll, noteWords } from './noteWords'
import { type Words, wordsOf } from './translatedFields'
import { staleLocales } from './translationState'

type Data = Record<string, unknown>

/**
 * Remembers on every save when the words of a language really changed, and what its translations were written for. It stands
 * before whoever asks in the same save whether a translation is older than its source.
 */
export const deriveTranslation: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const fields = collection.flattenedFields
  const source = defaultLocaleOf(req.payload)
  const locale = req.locale ?? source
  const before = (originalDoc ?? {}) as Data
  if (req.context.isRestoringVersion) return data // see `ofRestoredVersion`
  const remembered = before.translation as NotedTranslation | null | undefined
  const at = new Date().toISOString()

  let translation = remembered ?? noteAll(await storedWords(collection.slug, before.id, fields, req), source, at)
  // With all languages side by side Payload takes words on creating alone; a change of these keeps what is stored.
  if (locale !== 'all') {
    const words = wordsOf(fields, { ...before, ...data })
    translation = noteWords(translation, { locale, source, words, wordsBefore: wordsOf(fields, before), at })
  } else if (!originalDoc?.id) {
    const all = localesOf(req.payload).map((each) => [each, wordsOf(fields, data, each)] as const)
    translation = noteAll(Object.fromEntries(all), source, at)
  }
  return { ...data, translation, staleIn: staleLocales(translation, source) }
}

/** A restored version brings along what was remembered of its words, in all languages; hooks of collections see but one. */
export const ofRestoredVersion: FieldHook = ({ field, req, siblingDocWithLocales, value }) =>
  req.context.isRestoringVersion && 'name' in field ? siblingDocWithLocales?.[field.name as string] : value

/** The words that a document already has in every language; none of a new one. */
async function storedWords(
  collection: string,
  id: unknown,
  fields: readonly FlattenedField[],
  req: PayloadRequest,
): Promise<Record<string, Words>> {
  if (!id) return {}
  const stored = await req.payload.findByID({
    collection: collection as CollectionSlug,
    id: id as string,
    draft: true,
    locale: 'all',
    depth: 0,
    disableErrors: true,
    trash: true,
    showHiddenFields: true,
    overrideAccess: true,
    req: ownLocale(req),
  })
  const entries = localesOf(req.payload).map(
    (locale) => [locale, wordsOf(fields, (stored ?? {}) as unknown as Data, locale)] as const,
  )
  return Object.fromEntries(entries)
}
