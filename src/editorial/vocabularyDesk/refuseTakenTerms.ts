import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { ownLocale } from '../../access/ownLocale'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { describeTaken, findTakenTerms } from './takenTerms'

type Localized<T> = Partial<Record<string, T | null>>
/** What of an entry is compared, every locale side by side. */
interface Words {
  name?: Localized<string>
  synonyms?: Localized<string[]>
  localeStatus?: Localized<string>
}

// A string: Payload takes a context that has none for empty, and makes a new one.
const restored = 'restoredVersion'

/** Hooks are not told which version is restored; the operation's arguments are. */
export const noteRestoredVersion: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'restoreVersion') req.context[restored] = (args as { id?: unknown }).id
  return args
}

/**
 * Refuses a name or synonym that readers know as another entry's, by whatever road it comes: an article would be linked to one
 * of the two, and nobody could say to which. A draft is held to it in the language that is written; what gets published, in
 * every language that readers will get.
 *
 * @throws ValidationError on `name` or `synonyms`, with the other entry's name
 */
export const refuseTakenTerms: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data.deletedAt) return data
  const written = await writtenWords(collection.slug as CollectionSlug, data, originalDoc?.id, req)
  const errors: { path: string; message: string }[] = []
  for (const [locale, { name, synonyms }] of written) {
    const language = locale === req.locale ? undefined : labelOf(locale, req)
    const own = originalDoc?.id ?? data.id
    for (const [path, terms] of [['name', name ? [name] : []] as const, ['synonyms', synonyms ?? []] as const])
      for (const taken of await findTakenTerms(terms, locale, own, req))
        errors.push({ path, message: describeTaken(taken, language) })
  }
  if (errors.length > 0) {
    const refusal = new ValidationError({ collection: collection.slug, errors: joined(errors), req }, req.t)
    // A bulk edit and GraphQL show this and not what stands at the fields.
    refusal.message = errors.map(({ message }) => message).join(' ')
    throw refusal
  }
  return data
}

/** One message for a field, since a form shows one. */
function joined(errors: readonly { path: string; message: string }[]): { path: string; message: string }[] {
  const byPath = new Map<string, string[]>()
  for (const { path, message } of errors) byPath.set(path, [...(byPath.get(path) ?? []), message])
  return [...byPath].map(([path, messages]) => ({ path, message: messages.join(' ') }))
}

type TermsOf = { name?: string | undefined; synonyms?: string[] | undefined }

/** The words that this save puts into each locale; other locales' only where it publishes them. */
async function writtenWords(
  collection: CollectionSlug,
  data: Record<string, unknown>,
  id: unknown,
  req: PayloadRequest,
): Promise<Map<string, TermsOf>> {
  const words = new Map<string, TermsOf>()
  const own = req.locale ?? defaultLocaleOf(req.payload)
  if (own === 'all') for (const locale of localesOf(req.payload)) words.set(locale, termsIn(data as Words, locale))
  else
    words.set(own, {
      name: typeof data.name === 'string' ? data.name : undefined,
      synonyms: Array.isArray(data.synonyms) ? data.synonyms : undefined,
    })
  if (data._status !== 'published' || !id || own === 'all' || req.context.publishSpecificLocale) return words

  const stored = await storedWords(collection, String(id), req)
  for (const locale of localesOf(req.payload)) {
    const ready = locale === defaultLocaleOf(req.payload) || stored?.localeStatus?.[locale] === 'ready'
    if (locale !== own && stored && ready) words.set(locale, termsIn(stored, locale))
  }
  return words
}

const termsIn = ({ name, synonyms }: Words, locale: string): TermsOf => ({
  name: name?.[locale] ?? undefined,
  synonyms: synonyms?.[locale] ?? undefined,
})

/** The words that are published along with those that are written: of the version that is restored, else of the newest one. */
async function storedWords(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<Words | undefined> {
  const how = { collection, locale: 'all', depth: 0, overrideAccess: true, showHiddenFields: true } as const
  const version = req.context[restored]
  if (req.context.isRestoringVersion && version) {
    const { version: words } = await req.payload.findVersionByID({ ...how, id: String(version), req: ownLocale(req) })
    return words as unknown as Words
  }
  const doc = await req.payload.findByID({
    ...how,
    id,
    draft: true,
    trash: true,
    disableErrors: true,
    select: { name: true, synonyms: true, localeStatus: true },
    req: ownLocale(req),
  })
  return (doc ?? undefined) as unknown as Words | undefined
}

const labelOf = (locale: string, { payload }: PayloadRequest): string => {
  const { localization } = payload.config
  const known = localization ? localization.locales.find(({ code }) => code === locale) : undefined
  return typeof known?.label === 'string' ? known.label : locale
}
