import type { BasePayload } from 'payload'
import type { Locale } from '../addresses'
import type { ArticleReference } from '../articles/article'
import { findPublic } from '../findPublic'
import type { ListedRemedy, ListedSymptom } from '../vocabulary/entries'
import { articlesOf } from '../vocabulary/findEntry'
import { type Asked, listedFields, toListedRemedy, toListedSymptom } from '../vocabulary/toListed'
import type { CodeSystem } from './codeSystems'

export interface Found {
  symptoms: ListedSymptom[]
  remedies: ListedRemedy[]
  articles: (ArticleReference & { summary: string | null; modified: string; id: string })[]
}

/** What stands behind a code: the entries that carry exactly it, and the articles that link them. */
export async function findByCode(payload: BasePayload, system: CodeSystem, code: string, asked: Asked): Promise<Found> {
  const { locale, addresses } = asked
  const [symptoms, remedies] = await Promise.all([
    carrying(payload, 'symptoms', system, code, locale),
    carrying(payload, 'remedies', system, code, locale),
  ])
  const ids = { symptoms: symptoms.map(({ id }) => id), remedies: remedies.map(({ id }) => id) }
  return {
    symptoms: symptoms.map((doc) => toListedSymptom(doc, asked)),
    remedies: remedies.map((doc) => toListedRemedy(doc, asked)),
    articles: await articlesOf(payload, ids, locale, addresses),
  }
}

async function carrying<Collection extends 'symptoms' | 'remedies'>(
  payload: BasePayload,
  collection: Collection,
  system: CodeSystem,
  code: string,
  locale: Locale,
) {
  const docs = await findPublic(payload, collection, locale, {
    where: { and: [{ 'codes.code': { equals: code } }, { 'codes.system': { equals: system } }] },
    select: { ...listedFields[collection], codes: true },
  })
  // The two conditions may have been met by two rows.
  return docs.filter(({ codes }) => codes?.some((row) => row.system === system && row.code === code))
}
