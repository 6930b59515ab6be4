import type { Element, ElementContent } from 'hast'
import { cleanText } from './cleanText'
import { fromHast } from './fromHast'
import { element } from './hastNodes'
import type { LexicalState } from './lexicalNodes'
import { isHeading, isTitle } from './plainHeadings'
import { type Line, plainLines } from './plainLines'

/**
 * Plain text as editors send it: hard-wrapped or a paragraph a line, with headings that only their look tells, with
 * lists. The first line is the title where it looks like one; headings become h2.
 */
export function fromPlainText(text: string): { title?: string; body: LexicalState; warnings: string[] } {
  const lines = plainLines(cleanText(text))
  const title = isTitle(lines)
    ? lines
        .shift()
        ?.text.replace(/^title:\s*/i, '')
        .replace(/^#+\s*|\s*:$/g, '')
    : undefined
  const children: ElementContent[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (!line) break
    if (isHeading(lines, index)) {
      children.push(element('h2', headingWords(line)))
      index++
    } else if (line.mark) {
      const end = listEnd(lines, index)
      children.push(...listsOf(lines.slice(index, end)))
      index = end
    } else {
      children.push(line.rule ? element('hr') : element('p', line.text))
      index++
    }
  }
  return { ...(title ? { title } : {}), ...fromHast({ type: 'root', children }) }
}

function headingWords(line: Line): string {
  const number = line.mark === 'number' ? `${line.value}. ` : ''
  return number + line.text.replace(/^#+\s*|\s*[#:]+$/g, '')
}

function listEnd(lines: Line[], start: number): number {
  let end = start + 1
  while (end < lines.length && lines[end]?.mark && !isHeading(lines, end)) end++
  return end
}

/** The lists in a run of list lines; deeper indentation makes a list in the item before. */
function listsOf(lines: Line[]): Element[] {
  const lists: Element[] = []
  const open: { indent: number; list: Element }[] = []
  for (const line of lines) {
    const tag = line.mark === 'number' ? 'ol' : 'ul'
    while (open.length > 1 && line.indent < (open.at(-1)?.indent ?? 0)) open.pop()
    const last = open.at(-1)
    const deeper = last && line.indent >= last.indent + 2 && open.length < 6
    if (!last || deeper || (last.list.tagName !== tag && line.indent <= last.indent)) {
      const made = element(tag)
      if (tag === 'ol') made.properties.start = line.value
      const item = deeper ? last.list.children.at(-1) : undefined
      if (item?.type === 'element') item.children.push(made)
      else if (open.length > 1) {
        open.pop()
        const above = open.at(-1)?.list.children.at(-1)
        if (above?.type === 'element') above.children.push(made)
      } else {
        open.length = 0
        lists.push(made)
      }
      open.push({ indent: line.indent, list: made })
    }
    open.at(-1)?.list.children.push(element('li', line.text))
  }
  return lists
}
