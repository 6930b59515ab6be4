import { describe, expect, it } from 'vitest'
import { afterCheck } from './afterCheck'
import { referenceUrls } from './referenceUrls'

describe('The addresses of references', () => {
  it('are those that are given, else made of the DOI, else of the PubMed id', () => {
    expect(
      referenceUrls([
        { url: 'https://example.org/page#part', doi: '10.1000/one' },
        { doi: '10.1000/two(3)' },
        { pmid: '12345' },
        { url: null, doi: null, pmid: null },
      ]),
    ).toEqual(['https://example.org/page', 'https://doi.org/10.1000/two(3)', 'https://pubmed.ncbi.nlm.nih.gov/12345/'])
  })

  it('leave out what nobody can follow, and what was there before', () => {
    expect(
      referenceUrls([
        { url: 'ftp://example.org/a' },
        { url: 'no address' },
        { url: `https://example.org/${'a'.repeat(2000)}` },
        { url: 'https://example.org/b' },
        { url: 'https://example.org/b#2' },
      ]),
    ).toEqual(['https://example.org/b'])
    expect(referenceUrls(undefined)).toEqual([])
  })
})

describe('After a check', () => {
  const now = new Date('2026-05-04T10:00:00.000Z')
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString()

  it('an address that answers is asked again in a week', () => {
    expect(afterCheck({ state: 'failing', failures: 2 }, { verdict: 'fine', status: 200 }, now)).toEqual({
      state: 'fine',
      failures: 0,
      lastStatus: 200,
      lastError: null,
      checkedAt: now.toISOString(),
      dueAt: days(7),
    })
  })

  it('one that fails is asked again in a day, and is broken with the third failure in a row', () => {
    const found = { verdict: 'failed', status: 404 } as const
    const first = afterCheck({ state: 'fine', failures: 0 }, found, now)
    const second = afterCheck(first, found, now)
    const third = afterCheck(second, found, now)
    expect([first, second, third].map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['failing', days(1)],
      ['failing', days(1)],
      ['broken', days(7)],
    ])
    expect(afterCheck(third, found, now).state).toBe('broken')
    expect(afterCheck(third, { verdict: 'unclear', status: 403 }, now)).toMatchObject({ state: 'unclear', failures: 0 })
  })

  it.each([
    [undefined, days(1)],
    [5_000, new Date(now.getTime() + 3_600_000).toISOString()],
    [2 * 86_400_000, days(2)],
    [900 * 86_400_000, days(7)],
  ])('one that is busy is left alone for as long as it says, within reason (%s)', (retryAfter, dueAt) => {
    const found = { verdict: 'busy', status: 429, ...(retryAfter ? { retryAfter } : {}) } as const
    expect(afterCheck({ state: 'failing', failures: 1 }, found, now)).toMatchObject({
      state: 'failing',
      failures: 1,
      dueAt,
    })
  })
})
