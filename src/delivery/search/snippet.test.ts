import { expect, it } from 'vitest'
import { snippetOf } from './snippet'

const has =
  (...words: string[]) =>
  (word: string) =>
    words.includes(word.toLowerCase())

it('marks what was found, and escapes all', () => {
  expect(snippetOf(['<b>Swelling</b> & "pain"'], has('swelling', 'pain'))).toBe(
    '&lt;b&gt;<mark>Swelling</mark>&lt;/b&gt; &amp; &quot;<mark>pain</mark>&quot;',
  )
})

it('shows where the most of it stands, without cutting words', () => {
  const text = `Pain. ${'word '.repeat(100)} leg pain and swelling ${'other '.repeat(100)}`
  const snippet = snippetOf([text], has('leg', 'pain', 'swelling'))
  expect(snippet).toContain('<mark>leg</mark> <mark>pain</mark> and <mark>swelling</mark>')
  expect(snippet).toMatch(/^…word .* other…$/)
})

it('takes the first text that holds a word, else the beginning of the first', () => {
  expect(snippetOf(['Nothing.', 'A cramp.'], has('cramp'))).toBe('A <mark>cramp</mark>.')
  expect(snippetOf(['', 'The beginning.'], has('cramp'))).toBe('The beginning.')
  expect(snippetOf([], has('cramp'))).toBe('')
})

it('never cuts a character in two', () => {
  const text = '🦵'.repeat(500)
  expect(() => encodeURIComponent(snippetOf([text], has()))).not.toThrow()
})
