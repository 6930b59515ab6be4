import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indexTerms } from '../src/linking/termIndex'

type Both<T> = { en: T; es: T }
interface Entry {
  slug: Both<string>
  name: Both<string>
  synonyms?: Both<string[]>
}

describe('The starter content', () => {
  it.each(['en', 'es'] as const)('has each word for one entry alone, or it could not be put in: %s', (locale) => {
    const read = (collection: string) =>
      (JSON.parse(readFileSync(`starter/${collection}.json`, 'utf8')) as Entry[]).map(({ slug, name, synonyms }) => ({
        slug: slug.en,
        name: name[locale],
        synonyms: synonyms?.[locale] ?? [],
      }))
    const words = { symptoms: read('symptoms'), remedies: read('remedies') }
    const index = indexTerms(words, locale)
    const terms = [...words.symptoms, ...words.remedies].flatMap(({ name, synonyms }) => [name, ...synonyms])
    expect(terms.length).toBeGreaterThan(50)
    const shared = terms.map((term) => index.ownersOf(term)).filter((owners) => owners.length !== 1)
    expect(shared).toEqual([])
  })
})
