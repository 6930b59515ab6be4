import type { CollectionBeforeOperationHook, CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { BadRequest } from '../../access/BadRequest'
import { ownLocale } from '../../access/ownLocale'
import { defaultLocaleOf, localesOf } from '../vocabulary'

type Data = Record<string, unknown>
type Row = Data & { id: string }
type Locale = Exclude<PayloadRequest['locale'], undefined | 'all'>

/**
 * Publishing one language never publishes another. Payload does so by merging the language into the newest published version,
 * which needs three things more: a document whose default language readers do not have cannot be published in another one,
 * since they fall back to it; one that was withdrawn must not bring back another language's words of then; and where no other
 * language has anything new for readers, the whole is published, so that no draft is left behind that holds no change.
 */
export const publishOneLocale: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update') return args
  const { askedToPublish } = req.context // by GraphQL, whose arguments Payload does not pass on
  delete req.context.askedToPublish
  const { publishSpecificLocale: locale = askedToPublish as Locale | undefined, id } = args as {
    publishSpecificLocale?: Locale
    id?: string
  }
  if (!locale || id === undefined) return args
  const source = defaultLocaleOf(req.payload)
  const slug = collection.slug as CollectionSlug
  const nameOf = (code: string): string => localeName(req, code)
  const own = ownLocale(req)
  const [row, newest] = await Promise.all([
    req.payload.db.findOne<Row>({ collection: slug, where: { id: { equals: id } }, req: own }),
    newestVersion(slug, id, false, own),
  ])
  if (!row || !newest) return args // Payload says what is missing
  const isPublished = row._status === 'published' && !row.deletedAt
  if (!isPublished && locale !== source)
    throw new BadRequest(`Publish ${nameOf(source)} first: readers of other languages fall back to it.`)
  const others = localesOf(req.payload).filter((other) => other !== locale)
  const changed = others.filter((other) =>
    differs(isPublished ? row : {}, newest, other, other === source, collection.flattenedFields),
  )
  if (changed.length > 0) {
    if (!isPublished && (await newestVersion(slug, id, true, own)))
      throw new BadRequest(
        `This was withdrawn, and its words in ${changed.map(nameOf).join(', ')} would come back as they were. Publish all languages, or mark the others as drafts first.`,
      )
    return { ...args, publishSpecificLocale: locale }
  }
  req.locale = locale // as Payload sets it for one language
  return { ...args, publishSpecificLocale: undefined }
}

function localeName({ payload: { config } }: PayloadRequest, code: string): string {
  const { localization } = config
  const known = localization ? localization.locales.find((locale) => locale.code === code) : undefined
  return known && typeof known.label === 'string' ? known.label : code
}

async function newestVersion(
  collection: CollectionSlug,
  id: string,
  published: boolean,
  req: PayloadRequest,
): Promise<Data | undefined> {
  const { docs } = await req.payload.db.findVersions<Row>({
    collection,
    where: {
      and: [
        { parent: { equals: id } },
        published ? { 'version._status': { equals: 'published' } } : { latest: { equals: true } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.version
}

/** Whether readers of a language would see other words; what is not ready there they do not see. */
function differs(
  row: Data,
  newest: Data,
  locale: string,
  isDefault: boolean,
  fields: readonly FlattenedField[],
): boolean {
  const readyIn = (doc: Data) => isDefault || (doc.localeStatus as Data | undefined)?.[locale] === 'ready'
  if (!readyIn(row) && !readyIn(newest)) return false
  return shown(row, locale, fields) !== shown(newest, locale, fields)
}

function shown(doc: Data, locale: string, fields: readonly FlattenedField[]): string {
  const values: unknown[] = []
  const visit = (within: readonly FlattenedField[], data: Data) => {
    for (const field of within) {
      const value = data[field.name]
      if (field.name === 'mentions') continue // follows the vocabulary, and not what somebody wrote
      if ('localized' in field && field.localized) values.push(field.name, wordsIn(value, locale))
      else if (field.type === 'group' || field.type === 'tab') visit(field.flattenedFields, (value ?? {}) as Data)
      else if (field.type === 'array' && Array.isArray(value))
        for (const each of value) visit(field.flattenedFields, each as Data)
    }
  }
  visit(fields, doc)
  return JSON.stringify(values)
}

/** Databases give nothing back in different ways. */
function wordsIn(value: unknown, locale: string): unknown {
  const words = (value as Data | null | undefined)?.[locale]
  return words === undefined || words === '' || (Array.isArray(words) && words.length === 0) ? null : words
}
