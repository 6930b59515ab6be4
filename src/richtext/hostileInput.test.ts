import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArticleFile } from './readArticleFile'
import { toHtml } from './toHtml'
import { toText } from './toText'
import { UnreadableFile } from './UnreadableFile'

/** The processor’s milliseconds, so that a busy machine does not count; without bounds each takes minutes or the stack. */
const PATIENCE = 20_000

const million = 1_000_000
const indented = Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n')
const nestedList = `<ul><li>item`.repeat(20_000)

const sources: Record<string, string> = {
  'a million [ in .md': '['.repeat(million),
  'a million ![ in .md': '!['.repeat(million / 2),
  'a million * in .md': '*a'.repeat(million / 2),
  'a million _ in .md': '_a '.repeat(million / 2),
  'a million backticks in .md': '`a'.repeat(million / 2),
  'a million < in .md': '<'.repeat(million),
  'links in links in .md': '[a]('.repeat(million / 4),
  '10,000 quotes in .md': `${'>'.repeat(10_000)} bottom`,
  '10,000 spaced quotes in .md': `${'> '.repeat(10_000)}bottom`,
  '10,000 lists on a line in .md': `${'- '.repeat(10_000)}bottom`,
  'a deep list in .md': indented,
  'a deep list in .txt': indented,
  'raw tags in .md': '<b>'.repeat(million / 4),
  'a raw block in .md': `<div>\n${'<div>'.repeat(10_000)}`,
  'a wide table in .md': `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|a\n'.repeat(5000)}`,
  'long lines in .txt': 'word '.repeat(million),
  'short lines in .txt': 'Word\n'.repeat(million / 4),
  'headings in .txt': 'A Heading Here\n'.repeat(million / 20),
  'spaces in .txt': `a${' '.repeat(million)}b`,
  'rules in .txt': `${'- '.repeat(million / 2)}x`,
  'divs in .html': '<div>'.repeat(million / 4),
  'lists in .html': nestedList,
  'unclosed formatting in .html': `${Array.from({ length: 400 }, (_, id) => `<b id=${id}>`).join('')}${'<div>x</div>'.repeat(50_000)}`,
  'open tables in .html': '<table>'.repeat(million / 20),
  'references in .html': '&amp;'.repeat(million),
}

describe('hostile input', () => {
  it.each(Object.entries(sources))(
    'reads or refuses %s in reasonable time',
    { timeout: 60_000 },
    async (label, source) => {
      const started = process.cpuUsage()
      const name = `x${/\.\w+$/.exec(label)?.[0]}`
      try {
        const { body } = await readArticleFile({ name, bytes: strToU8(source) })
        expect(toText(body).text).not.toBe('')
        expect(toHtml(body)).not.toBe('')
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile)
      }
      const { user, system } = process.cpuUsage(started)
      expect((user + system) / 1000).toBeLessThan(PATIENCE)
    },
  )

  it('keeps the words at the bottom of ten thousand quotes', async () => {
    const { body } = await readArticleFile({ name: 'x.md', bytes: strToU8(`${'>'.repeat(10_000)} bottom`) })
    expect(toText(body).text).toBe('bottom')
  })
})
