import { describe, expect, it } from 'vitest'
import { passageAt } from './passageAt'

describe('passageAt', () => {
  const around = (text: string, words: string) =>
    passageAt(text, text.indexOf(words), text.indexOf(words) + words.length)

  it('shows the whole line where it is short, and no other', () => {
    expect(around('A heading\nCramps at night pass.\nMore.', 'night')).toEqual({
      before: 'Cramps at ',
      text: 'night',
      after: ' pass.',
    })
  })

  it('cuts a long line at words, and says that it did', () => {
    const { before, text, after } = around(`${'left words '.repeat(20)}HERE${' right words'.repeat(20)}`, 'HERE')
    expect(text).toBe('HERE')
    expect(before).toMatch(/^… (left words |words )+$/)
    expect(after).toMatch(/^( right| words)+ …$/)
    expect(before.length + after.length).toBeLessThan(150)
  })

  it('takes a line without spaces as it is', () => {
    const { before, after } = around(`${'x'.repeat(200)}HERE${'y'.repeat(200)}`, 'HERE')
    expect(before).toBe(`… ${'x'.repeat(70)}`)
    expect(after).toBe(`${'y'.repeat(70)} …`)
  })
})
