import type { BasePayload, FlattenedField } from 'payload'
import type { Kind } from '../../linking/vocabulary'
import { kinds, readDecisions, relationOf } from '../linkArticle'
import { decideByHand, readSaid, withSaid } from '../saidOfLinks'
import { idsIn, linkDraft } from './linkDraft'
import type { Draft } from './readDraft'

type Values = Record<string, unknown>

/**
 * A draft with what its editor has typed since it was saved. The form comes from a browser: of its values those are taken that the
 * field of their name may hold, and a field that is empty in this language keeps the words that it falls back to.
 */
export async function mergeForm(payload: BasePayload, draft: Draft, form: unknown): Promise<Draft> {
  const { flattenedFields } = payload.collections[draft.collection].config
  const typed = valuesOf(form, flattenedFields)
  const fellBack = new Set(Array.isArray(draft.data.fellBack) ? draft.data.fellBack : [])
  for (const [name, value] of Object.entries(typed)) {
    if (!fellBack.has(name)) continue
    if (isEmpty(value)) delete typed[name]
    else fellBack.delete(name)
  }
  const merged: Draft = { ...draft, data: { ...draft.data, ...typed, fellBack: [...fellBack] } }
  if (draft.collection !== 'articles') return merged
  const said = readSaid(isRecord(form) ? form.linkDecisions : undefined)
  const linkDecisions = decideByHand(readDecisions(draft.data.linkDecisions), said)
  const listOf = (kind: Kind) => [relationOf[kind], withSaid(idsIn(draft.data[relationOf[kind]]), said[kind])] as const
  const lists = Object.fromEntries(kinds.map(listOf))
  return linkDraft(payload, { ...merged, data: { ...merged.data, ...lists, linkDecisions } })
}

/** Fields that the server alone writes say nothing here. */
const ours = new Set(['id', 'fellBack', 'linkDecisions', 'origin', 'createdAt', 'updatedAt'])

function valuesOf(form: unknown, fields: readonly FlattenedField[]): Values {
  const values: Values = {}
  if (!isRecord(form)) return values
  for (const field of fields) {
    if (ours.has(field.name) || !Object.hasOwn(form, field.name)) continue
    const value = heldBy(form[field.name], field)
    if (value !== undefined) values[field.name] = value
  }
  return values
}

/** undefined where the value is none that such a field holds. */
function heldBy(value: unknown, field: FlattenedField): unknown {
  if (value === null) return null
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'select':
    case 'date':
    case 'relationship':
    case 'upload':
      return 'hasMany' in field && field.hasMany ? stringsIn(value) : typeof value === 'string' ? value : undefined
    case 'number':
      return typeof value === 'number' ? value : undefined
    case 'checkbox':
      return typeof value === 'boolean' ? value : undefined
    case 'richText':
      return isRecord(value) ? value : undefined
    case 'json':
      return Array.isArray(value) ? value : undefined
    case 'group':
      return valuesOf(value, field.flattenedFields)
    case 'array':
      return Array.isArray(value) ? value.map((row) => valuesOf(row, field.flattenedFields)) : undefined
  }
  return undefined
}

const stringsIn = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)
