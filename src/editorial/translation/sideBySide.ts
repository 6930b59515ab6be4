import type { CollectionSlug, FlattenedField, PayloadRequest, StaticLabel } from 'payload'
import { toHtml } from '../../richtext/toHtml'
import { type DiffPart, diffTexts } from '../review/diffTexts'
import { readReview } from '../review/readReview'
import type { ReviewState } from '../review/reviewState'
import { defaultLocaleOf } from '../vocabulary'
import type { NotedTranslation } from './noteWords'
import { isWritten, wordsOf } from './translatedFields'

type Data = Record<string, unknown>

/** One field in the source's language, to stand beside the translation's. */
export interface SourceField {
  /** As `translationState` names it: rows by their ids. */
  path: string
  /** As the form names it: rows by their places. */
  formPath: string
  labels: StaticLabel[]
  /** Rich text, made of a fixed list of tags with everything escaped. */
  html?: string
  /** Any other words: one, or one a line of a list. */
  words?: string[]
  /** Each language has words of its own here; nothing is missing and nothing is old. */
  own: boolean
  /** What changed in the source since the translation was written, word by word. */
  changed?: DiffPart[]
}

export interface SideBySide {
  locale: string
  source: string
  fields: SourceField[]
  translation: NotedTranslation
  /** Where the translation stands in its review; articles alone are reviewed. */
  review?: ReviewState
}

/** What a translator needs of the source of a document, as it was last written; undefined where there is no such document. */
export async function readSideBySide(
  collection: CollectionSlug,
  id: string,
  locale: string,
  req: PayloadRequest,
): Promise<SideBySide | undefined> {
  const source = defaultLocaleOf(req.payload)
  const doc = (await req.payload.findByID({
    collection,
    id,
    draft: true,
    locale: source as 'en',
    fallbackLocale: false,
    depth: 0,
    disableErrors: true,
    trash: true,
    overrideAccess: false,
    user: req.user,
  })) as unknown as Data | null
  if (!doc) return undefined
  const fields = req.payload.collections[collection].config.flattenedFields
  const translation = (doc.translation ?? {}) as NotedTranslation
  const words = wordsOf(fields, doc)
  const review = collection === 'articles' ? await readReview(id, locale, req) : undefined
  return {
    locale,
    source,
    translation,
    ...(review ? { review: review.state } : {}),
    fields: sourceFields(fields, doc).map((field) => ({
      ...field,
      ...changedSince(translation[locale]?.fields[field.path]?.was, words[field.path]),
    })),
  }
}

function changedSince(was: string | undefined, now: string | undefined): Pick<SourceField, 'changed'> {
  if (was === undefined) return {}
  const [diff] = diffTexts({ words: was }, { words: now ?? '' })
  return diff ? { changed: diff.parts } : {}
}

interface Place {
  path: string
  formPath: string
  labels: StaticLabel[]
}

function sourceFields(
  fields: readonly FlattenedField[],
  data: Data,
  { path, formPath, labels }: Place = { path: '', formPath: '', labels: [] },
): SourceField[] {
  return fields.flatMap((field): SourceField[] => {
    if ('hidden' in field && field.hidden) return []
    const value = data[field.name]
    const label = 'label' in field && field.label && typeof field.label !== 'function' ? [field.label] : []
    const at = (name: string): Place => ({
      path: `${path}${field.name}.${name}`,
      formPath: `${formPath}${field.name}.${name}`,
      labels: [...labels, ...(label as StaticLabel[])],
    })
    if (field.type === 'group' || field.type === 'tab')
      return sourceFields(field.flattenedFields, (value ?? {}) as Data, at(''))
    if (field.type === 'array' && Array.isArray(value))
      return (value as Data[]).flatMap((row, index) =>
        sourceFields(field.flattenedFields, row, {
          ...at(''),
          path: `${path}${field.name}.${row.id}.`,
          formPath: `${formPath}${field.name}.${index}.`,
        }),
      )
    if (!isWritten(field) || ('admin' in field && (field.admin as { hidden?: boolean } | undefined)?.hidden)) return []
    return [
      {
        path: path + field.name,
        formPath: formPath + field.name,
        labels: [...labels, ...(label as StaticLabel[])],
        own: field.custom?.translated === 'own',
        ...shown(field.type, value),
      },
    ]
  })
}

function shown(type: string, value: unknown): Pick<SourceField, 'html' | 'words'> {
  if (type === 'richText') return { html: value ? toHtml(value) : '' }
  if (Array.isArray(value)) return { words: value.map(String) }
  return { words: typeof value === 'string' && value ? [value] : [] }
}
