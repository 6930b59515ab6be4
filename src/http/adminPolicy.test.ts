import { describe, expect, it } from 'vitest'
import { adminPolicy } from './adminPolicy'

describe('What the admin’s pages may frame', () => {
  it('is its own origin, where it shows drafts itself', () => {
    expect(adminPolicy(undefined).directives.frameSrc).toEqual(["'self'"])
  })

  it('is the website too, where that shows drafts', () => {
    expect(adminPolicy('https://www.example.org/health').directives.frameSrc).toEqual([
      "'self'",
      'https://www.example.org',
    ])
  })
})
