import { describe, expect, it } from 'vitest'
import { adminPolicy } from './adminPolicy'

describe('The policy of the admin’s pages', () => {
  const policy = (websiteUrl?: string, development = false) =>
    new Map(
      adminPolicy({ websiteUrl, development }, 'abc=')
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    )

  it('lets its own origin be framed, where it shows drafts itself', () => {
    expect(policy().get('frame-src')).toEqual(["'self'"])
  })

  it('lets the website be framed too, where that shows drafts', () => {
    expect(policy('https://www.example.org/health').get('frame-src')).toEqual(["'self'", 'https://www.example.org'])
  })

  it('runs scripts of its own files and those with the nonce, and evaluates in development alone', () => {
    expect(policy().get('script-src')).toEqual(["'self'", "'nonce-abc='"])
    expect(policy(undefined, true).get('script-src')).toContain("'unsafe-eval'")
    expect(policy().get('script-src-attr')).toEqual(["'none'"])
  })
})
