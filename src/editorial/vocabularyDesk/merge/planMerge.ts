import type { CollectionSlug, PayloadRequest } from 'payload'
import { findHolding } from '../../../database/findHolding'
import { type Row, readManyKeptRows } from '../../keptRows'
import { localesOf } from '../../vocabulary'
import type { DeskCollection } from '../answer'
import { type DeskEntry, readDeskEntry } from '../deskEntry'
import { titleOf } from '../mentioningArticles'
import { findReferringDocuments } from '../referringDocuments'
import { findTakenTerms, type TakenTerm } from '../takenTerms'
import { type Code, type Given, isSameCode, termsBeyond, unite } from './unite'

type Localized<T> = Record<string, T | null | undefined>

/** Which documents name an entry, by collection. */
export type Referring = Record<'articles' | 'symptoms' | 'remedies' | 'clinics', string[]>

/** What a merge will do, before it is done. */
export interface MergePlan {
  from: EntryName
  into: EntryName
  /** By language: the words that the one that stays gets, and those that it does not because a third entry has them. */
  words: { locale: string; added: string[]; taken: TakenTerm[]; notPhrases: string[] }[]
  codes: Code[]
  /** Addresses that will lead to the one that stays. */
  redirects: { locale: string; slug: string }[]
  articles: { count: number; first: { id: string; title: string }[] }
  symptoms: number
  remedies: number
  clinics: number
  /** Fields with words in them that stay with the one that goes: to be copied by hand, where they are wanted. */
  leftBehind: string[]
  /** Why it cannot be done; empty where it can. */
  hindrances: string[]
}

interface EntryName {
  id: string
  name: string
  published: boolean
}

/** The plan, and what is needed to carry it out. */
export interface PreparedMerge {
  plan: MergePlan
  from: DeskEntry
  into: DeskEntry
  given: Given
  referring: Referring
}

const mostWords = 100
const mostCodes = 30
const mostTitles = 20
const stayingBehind = [
  'description',
  'urgency',
  'bodySites',
  'redFlags',
  'kind',
  'instructions',
  'frequency',
  'cautions',
  'evidence',
  'internalNotes',
]

/** Looks at what would happen if `from` went and `into` took its place. Undefined where one of them is not there. */
export async function prepareMerge(
  collection: DeskCollection,
  ids: { from: string; into: string },
  req: PayloadRequest,
): Promise<PreparedMerge | undefined> {
  const from = await readDeskEntry(collection, ids.from, req)
  const into = await readDeskEntry(collection, ids.into, req)
  if (!from || !into) return undefined
  const source = from.published ?? from.newest
  const target = into.published ?? into.newest
  const given: Given = { terms: {}, notPhrases: {}, codes: (source.codes ?? []) as Code[], relievedBy: [] }
  if (collection === 'symptoms') given.relievedBy = (source.relievedBy ?? []) as string[]
  const words: MergePlan['words'] = []
  for (const locale of localesOf(req.payload)) {
    const wanted = termsBeyond(wordsIn(target, locale), wordsIn(source, locale), locale)
    const taken = await findTakenTerms(wanted, locale, undefined, req, [from.id, into.id])
    const added = wanted.filter((term) => !taken.some((each) => each.term === term))
    const notPhrases = (source.notPhrases as Localized<string[]> | undefined)?.[locale] ?? []
    given.terms[locale] = added
    given.notPhrases[locale] = notPhrases
    words.push({
      locale,
      added,
      taken,
      notPhrases: termsBeyond([...wordsIn(target, locale), ...added], notPhrases, locale),
    })
  }
  const codes = given.codes.filter((code) => !((target.codes ?? []) as Code[]).some((each) => isSameCode(each, code)))
  const referring = await findReferring(collection, from.id, req)
  const plan: MergePlan = {
    from: nameOf(from),
    into: nameOf(into),
    words,
    codes,
    redirects: redirectsOf(from),
    articles: { count: referring.articles.length, first: await titlesOf(referring.articles.slice(0, mostTitles), req) },
    symptoms: referring.symptoms.length,
    remedies: referring.remedies.length,
    clinics: referring.clinics.length,
    leftBehind: stayingBehind.filter((field) => hasWords(source[field])),
    hindrances: hindrancesOf(from, into, given),
  }
  return { plan, from, into, given, referring }
}

const nameOf = ({ id, name, published }: DeskEntry): EntryName => ({ id, name, published: published !== undefined })

function wordsIn(row: Row, locale: string): string[] {
  const name = (row.name as Localized<string> | undefined)?.[locale]
  return [...(name ? [name] : []), ...((row.synonyms as Localized<string[]> | undefined)?.[locale] ?? [])]
}

const redirectsOf = ({ published }: DeskEntry): MergePlan['redirects'] =>
  Object.entries((published?.slug ?? {}) as Localized<string>).flatMap(([locale, slug]) =>
    slug ? [{ locale, slug }] : [],
  )

function hindrancesOf(from: DeskEntry, into: DeskEntry, given: Given): string[] {
  const hindrances: string[] = []
  if (from.published && !into.published)
    hindrances.push(`Readers see “${from.name}” and do not see “${into.name}”: publish that one first.`)
  for (const row of [into.published, into.newest]) {
    const united = row && unite(row, given, () => '')
    const most = (lists: unknown) =>
      Math.max(0, ...Object.values((lists ?? {}) as Localized<string[]>).map((list) => list?.length ?? 0))
    if (Math.max(most(united?.synonyms), most(united?.notPhrases)) > mostWords)
      hindrances.push(`“${into.name}” would have more than ${mostWords} words in a language: take some away first.`)
    if (((united?.codes ?? []) as Code[]).length > mostCodes)
      hindrances.push(`“${into.name}” would have more than ${mostCodes} codes: take some away first.`)
  }
  return [...new Set(hindrances)]
}

/** Every document that holds the entry's id: by a link, a decision about one, a mention or a link in its text. */
async function findReferring(collection: DeskCollection, id: string, req: PayloadRequest): Promise<Referring> {
  const { payload } = req
  const localized = (name: string) => ({ name, localized: true })
  const both = async (where: CollectionSlug, field: string, holding: Parameters<typeof findHolding>[2]) => [
    ...new Set([
      ...(await findReferringDocuments(where, field, id, req)),
      ...(await findHolding(payload, where, holding, id)),
    ]),
  ]
  const inText = [localized('body'), localized('mentions'), { name: 'linkDecisions', localized: false }]
  return {
    articles: (await both('articles', collection, inText)).sort().reverse(),
    symptoms: collection === 'remedies' ? await findReferringDocuments('symptoms', 'relievedBy', id, req) : [],
    remedies: await findHolding(payload, 'remedies', [localized('instructions')], id),
    clinics: collection === 'symptoms' ? await findReferringDocuments('clinics', 'symptoms', id, req) : [],
  }
}

async function titlesOf(ids: readonly string[], req: PayloadRequest): Promise<{ id: string; title: string }[]> {
  const kept = await readManyKeptRows('articles', ids, ['title'], req)
  return [...kept].map(([id, rows]) => ({
    id,
    title: rows.map(({ row }) => titleOf(row, req)).find(Boolean) ?? id,
  }))
}

/** Whether somebody wrote something there: a field that is not set, or holds nothing but what is not set, has none. */
function hasWords(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 'unknown') return false
  if (typeof value !== 'object') return true
  return Object.values(value).some(hasWords)
}
