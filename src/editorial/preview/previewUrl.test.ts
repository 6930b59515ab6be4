import { describe, expect, it } from 'vitest'
import { readPreview } from './previewToken'
import { previewUrl } from './previewUrl'

const secret = 'a secret of this test alone, long enough'

function ask(websiteUrl: string | undefined, { role = 'editor', slug = 'articles', id = 'a1' as unknown } = {}) {
  const asked = {
    collectionConfig: { slug },
    data: { id },
    locale: { code: 'es' },
    req: { user: { role }, payload: { secret } },
  }
  return previewUrl(websiteUrl)(asked as never)
}

describe('Where the admin shows a draft', () => {
  it('is the website where there is one, and its own origin where there is none', () => {
    expect(ask('https://www.example.org')).toMatch(/^https:\/\/www\.example\.org\/preview\?token=/)
    expect(ask(undefined)).toMatch(/^\/preview\?token=/)
  })

  it('names the document and the language that are edited', () => {
    const token = new URL(String(ask(undefined)), 'http://x').searchParams.get('token')
    expect(readPreview(secret, token)).toEqual({ collection: 'articles', id: 'a1', locale: 'es' })
  })

  it('is nowhere for who is no editor, for what is not saved yet, and for what readers never see', () => {
    expect(ask(undefined, { role: 'api' })).toBeNull()
    expect(ask(undefined, { id: null })).toBeNull()
    expect(ask(undefined, { slug: 'users' })).toBeNull()
  })
})
