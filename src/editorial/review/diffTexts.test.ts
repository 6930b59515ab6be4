import { describe, expect, it } from 'vitest'
import { diffTexts } from './diffTexts'

const shown = (before: string, after: string) =>
  diffTexts({ body: before }, { body: after })[0]?.parts.map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`,
  )

describe('The difference of two texts', () => {
  it('is told field by field, and not where there is none', () => {
    const fields = diffTexts({ title: 'A', summary: 'B', gone: 'C' }, { title: 'A', summary: 'D' })
    expect(fields.map(({ field }) => field)).toEqual(['summary', 'gone'])
  })

  it('is told word by word', () => {
    expect(shown('Rest your legs.', 'Rest your tired legs.')?.join('')).toBe('Rest your +tired +legs.')
    expect(shown('Descanse más tarde.', 'Descanse mañana tarde.')?.join('')).toBe('Descanse -más-+mañana+ tarde.')
  })

  it('gives back both texts', () => {
    const [before, after] = ['Rest.\nThen walk to the door.', 'Rest well.\nWalk to the window.']
    const [field] = diffTexts({ body: before }, { body: after })
    const without = (kind: string) =>
      field?.parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('')
    expect([without('added'), without('removed')]).toEqual([before, after])
  })

  it('shows a text that was written anew as a whole, soon', () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, at) => `w${(at * seed) % 9_973}`).join(' ')
    const began = performance.now()
    expect(shown(words(7), words(11))?.length).toBeGreaterThan(0)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
