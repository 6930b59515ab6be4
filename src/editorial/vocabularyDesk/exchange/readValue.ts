import type { Column } from './columns'
import type { FileCode, Value } from './entryRecord'

/** The value of a column as JSON has it; a sentence where it is none. */
export function readValue({ form, name }: Column, given: unknown): { value: Value } | { reason: string } {
  if (given === null)
    return { value: form === 'list' || form === 'codes' || form === 'entries' ? [] : form === 'richText' ? null : '' }
  switch (form) {
    case 'word':
      return typeof given === 'string' ? { value: given.trim() } : { reason: `${name} is not a text.` }
    case 'text':
      return typeof given === 'string' ? { value: given } : { reason: `${name} is not a text.` }
    case 'ready': {
      const word = given === true ? 'yes' : given === false ? 'no' : given
      if (word === '') return { value: 'no' }
      return word === 'yes' || word === 'no' ? { value: word } : { reason: `${name} is yes or no.` }
    }
    case 'list':
    case 'entries':
      return Array.isArray(given) && given.every((each) => typeof each === 'string')
        ? { value: given.map((each) => each.trim()).filter(Boolean) }
        : { reason: `${name} is not a list of texts.` }
    case 'codes':
      return Array.isArray(given) && given.every(isCode)
        ? { value: given.map(({ system, code, display }) => ({ system, code, display: (display ?? '').trim() })) }
        : { reason: `${name} is not a list of codes, each with its system and code.` }
    case 'richText':
      return isRichText(given) ? { value: given } : { reason: `${name} is not rich text as an export has it.` }
  }
}

const isCode = (value: unknown): value is Omit<FileCode, 'display'> & { display?: string | null } => {
  const { system, code, display } = (value ?? {}) as Record<string, unknown>
  return (
    typeof system === 'string' && typeof code === 'string' && ['string', 'undefined'].includes(typeof (display ?? ''))
  )
}

const isRichText = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as { root?: { children?: unknown } }).root?.children)
