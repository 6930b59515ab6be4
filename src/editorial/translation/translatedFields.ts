import type { FlattenedField } from 'payload'
import { toText } from '../../richtext/toText'

type Data = Record<string, unknown>

/** The words of a document in one locale: plain text by path, such as `seekCare.text`. Fields without words are left out. */
export type Words = Record<string, string>

/**
 * The words that a translator has to carry over. A field whose words belong to each language by itself says so in its `custom`:
 * `translated: 'own'` where an editor writes them (synonyms), `translated: false` where nobody has to (addresses).
 *
 * @param data the document in one locale, or with its locales side by side
 * @param locale which one to take, where they stand side by side
 */
export function wordsOf(fields: readonly FlattenedField[], data: Data, locale?: string): Words {
  const words: Words = {}
  const visit = (within: readonly FlattenedField[], values: Data, at: string) => {
    for (const field of within) {
      const value = values[field.name]
      if (value === null || value === undefined || field.custom?.translated !== undefined) continue
      const path = at + field.name
      if (field.type === 'group' || field.type === 'tab') visit(field.flattenedFields, value as Data, `${path}.`)
      else if (field.type === 'array' && Array.isArray(value))
        for (const row of value as Data[]) visit(field.flattenedFields, row, `${path}.${row.id}.`)
      else if (isWritten(field)) {
        const text = textOf(locale ? (value as Data)[locale] : value)
        if (text) words[path] = text
      }
    }
  }
  visit(fields, data, '')
  return words
}

/** Whether somebody writes the field in each language; rich text too. */
export const isWritten = (field: { type: string; localized?: boolean; custom?: Record<string, unknown> }): boolean =>
  Boolean(field.localized) &&
  field.custom?.translated !== false &&
  ['text', 'textarea', 'richText'].includes(field.type)

/** What somebody reads of a value: not how it is set out, nor the spaces around it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.join('\n').trim()
  return value ? toText(value).text.trim() : ''
}
