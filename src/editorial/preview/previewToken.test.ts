import { describe, expect, it } from 'vitest'
import { readPreview, signPreview } from './previewToken'

const secret = 'a secret of this test alone, long enough'
const subject = { collection: 'articles', id: '0190a-b_c', locale: 'es' } as const
const minute = 60_000
const now = Date.UTC(2026, 0, 5, 12, 3)

describe('A preview link', () => {
  it('says which draft it shows', () => {
    expect(readPreview(secret, signPreview(secret, subject, now), now)).toEqual(subject)
  })

  it('stays the same for a while, so that the page beside the editor is not loaded again with each save', () => {
    expect(signPreview(secret, subject, now + minute)).toBe(signPreview(secret, subject, now))
    expect(signPreview(secret, subject, now + 10 * minute)).not.toBe(signPreview(secret, subject, now))
  })

  it('lives for ten minutes at least and twenty at most', () => {
    const token = signPreview(secret, subject, now)
    expect(readPreview(secret, token, now + 10 * minute)).toEqual(subject)
    expect(readPreview(secret, token, now + 20 * minute)).toBe('expired')
  })

  it('shows nothing where any of it was changed, or another secret signed it', () => {
    const token = signPreview(secret, subject, now)
    for (let at = 0; at < token.length; at++) {
      const forged = `${token.slice(0, at)}${token[at] === 'x' ? 'y' : 'x'}${token.slice(at + 1)}`
      expect(readPreview(secret, forged, now), forged).toBe('wrong')
    }
    expect(readPreview('another secret, long enough as well', token, now)).toBe('wrong')
    expect(
      readPreview(secret, signPreview(secret, { ...subject, locale: 'en' }, now).replace('.en.', '.es.'), now),
    ).toBe('wrong')
  })

  it.each([undefined, null, '', '.', 'articles.1.en.zzz', 'x'.repeat(300), {}, ['a']])('is not %j', (token) => {
    expect(readPreview(secret, token, now)).toBe('wrong')
  })
})
