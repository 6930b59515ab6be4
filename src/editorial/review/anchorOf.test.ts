import { describe, expect, it } from 'vitest'
import { anchorOf } from './anchorOf'

const text = 'Rest your legs. Then walk. Rest your legs again (at home).'
const words = (quote: string, start: number, within = text) => {
  const anchor = anchorOf(within, { quote, start, end: start + quote.length })
  return anchor && [anchor.start, within.slice(anchor.start, anchor.end)]
}

describe('A quoted passage', () => {
  it('is found where it stood', () => {
    expect(words('your legs', 5)).toEqual([5, 'your legs'])
    expect(words('your legs', 32)).toEqual([32, 'your legs'])
  })

  it('is found at the nearest place where it was moved', () => {
    expect(words('your legs', 8)).toEqual([5, 'your legs'])
    expect(words('your legs', 30)).toEqual([32, 'your legs'])
    expect(words('your legs', 1_000)).toEqual([32, 'your legs'])
  })

  it('is found across a paragraph that was split or joined', () => {
    expect(words('legs. Then', 10, 'Rest your legs.\nThen walk.')).toEqual([10, 'legs.\nThen'])
    expect(words('(at\nhome).', 48)).toEqual([48, '(at home).'])
  })

  it('is gone where its words are', () => {
    expect(words('your arms', 5)).toBeUndefined()
    expect(words('', 5)).toBeUndefined()
  })
})
