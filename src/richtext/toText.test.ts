import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, hostileBodies, node, text } from './bodies.fixture'
import { fromMarkdown } from './fromMarkdown'
import { toText } from './toText'

const read = (markdown: string) => toText(fromMarkdown(markdown).body)

describe('toText', () => {
  it('makes a line of each block, and marks list items', () => {
    const markdown =
      'One **two**\n\n- a\n  - b\n- c\n\n4. d\n\n> quoted  \n> lines\n\n---\n\n[link](https://a.example) end'
    expect(read(markdown).text).toBe('One two\n- a\n- b\n- c\n4. d\nquoted\nlines\nlink end')
  })

  it('leaves no empty line for empty blocks', () => {
    const empty = node('paragraph', [])
    expect(
      toText(bodyOf(empty, node('paragraph', [text('a')]), empty, empty, node('paragraph', [text('b')]))).text,
    ).toBe('a\nb')
  })

  it('parts the cells of a table row by a tab', () => {
    const cell = (words: string) => node('tablecell', [node('paragraph', words ? [text(words)] : [])])
    const row = (...cells: string[]) => node('tablerow', cells.map(cell))
    const table = node('table', [row('a', 'b'), row('', 'c'), row('d', '')])
    expect(toText(bodyOf(table, node('paragraph', [text('e')]))).text).toBe('a\tb\nc\nd\ne')
  })

  it('spans each section from its heading to the next', () => {
    const { text: all, sections } = read('Opening\n\n## Causes\n\nMany\n\n### Rare\n\nFew\n\n## Last')
    expect(sections.map(({ start, end }) => all.slice(start, end))).toEqual([
      'Opening',
      'Causes\nMany',
      'Rare\nFew',
      'Last',
    ])
    expect(sections.map(({ level, heading }) => [level, heading])).toEqual([
      [0, ''],
      [2, 'Causes'],
      [3, 'Rare'],
      [2, 'Last'],
    ])
  })

  it('makes anchors that are unique, readable in any script and never empty', () => {
    const headings = ['Causes', 'Causes', 'Causes 2', 'Causes', '¿Qué es?', 'Боль', '足の痛み', '!!!', 'Intro', "It's"]
    const { sections } = toText(bodyOf(...headings.map((words) => node('heading', [text(words)], { tag: 'h2' }))))
    expect(sections.map(({ anchor }) => anchor)).toEqual([
      'causes',
      'causes-2',
      'causes-2-2',
      'causes-3',
      'qué-es',
      'боль',
      '足の痛み',
      'section',
      'intro-2',
      'its',
    ])
  })

  it('makes thousands of equal headings distinct in no time', () => {
    const same = Array.from({ length: 20_000 }, () => node('heading', [text('Same')], { tag: 'h2' }))
    const started = performance.now()
    expect(new Set(toText(bodyOf(...same)).sections.map(({ anchor }) => anchor)).size).toBe(20_000)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('is empty for what is no body', () => {
    const nothing = { text: '', sections: [], pieces: [] }
    for (const body of [
      null,
      undefined,
      0,
      '',
      'text',
      [],
      {},
      { root: null },
      { root: {} },
      { root: { children: 'x' } },
    ]) {
      expect(toText(body)).toEqual(nothing)
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof toText(value).text === 'string'))
  })

  it('leads from each piece back to its text node', () => {
    fc.assert(
      fc.property(hostileBodies, (body) => {
        const { text: all, pieces, sections } = toText(body)
        let last = 0
        for (const { start, end, path } of pieces) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(all.slice(start, end)).toBe(nodeAt(body, path))
          last = end
        }
        expect(last).toBe(all.length)
        let sectionEnd = -1
        for (const { start, end, anchor } of sections) {
          expect([start > sectionEnd, start <= end, end <= all.length, anchor !== '']).toEqual([true, true, true, true])
          sectionEnd = end
        }
        expect(new Set(sections.map(({ anchor }) => anchor)).size).toBe(sections.length)
      }),
      { numRuns: 500 },
    )
  })

  it('knows which pieces stand in a link', () => {
    const { text: all, pieces } = read('see [leg **cramps**](https://a.example) now')
    expect(pieces.map(({ start, end, linked }) => [all.slice(start, end), linked])).toEqual([
      ['see ', false],
      ['leg ', true],
      ['cramps', true],
      [' now', false],
    ])
  })

  it('holds against deep nesting', () => {
    let deep: unknown = node('paragraph', [text('bottom')])
    for (let depth = 0; depth < 50_000; depth++) deep = node('quote', [deep])
    expect(toText(bodyOf(node('paragraph', [text('top')]), deep)).text).toBe('top')
  })
})

function nodeAt(body: unknown, path: readonly number[]): unknown {
  let at: { children: unknown[]; text?: string } = (body as { root: typeof at }).root
  for (const index of path) at = at.children[index] as typeof at
  return at.text
}
