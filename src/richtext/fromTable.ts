import type { Element } from 'hast'
import { isElement, textOf } from './hastNodes'
import { type LexicalBlock, type LexicalInline, list, listItem, paragraph, textFormat, textNode } from './lexicalNodes'

/**
 * The default editor has no tables. A table becomes a list with an item for each row, in which each cell is named by
 * its column: "Age: under 50; Dose: one a day". The caption stands before it as a paragraph would.
 *
 * @param inlineOf makes the words of a cell
 */
export function fromTable(
  table: Element,
  inlineOf: (cell: Element) => LexicalInline[],
  listDepth: number,
): LexicalBlock[] {
  const rows = rowsOf(table)
  const header = isHeaderRow(rows[0]) ? (rows.shift() ?? []) : []
  const names = header.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim().replace(/:$/, ''))
  if (rows.length === 0 && header.length > 0) rows.push(header)
  const items = rows
    .map((row) => rowInline(row, rows[0] === header ? [] : names, inlineOf))
    .filter((it) => it.length > 0)
  const blocks: LexicalBlock[] = []
  const caption = table.children.find((child) => isElement(child, 'caption'))
  if (isElement(caption)) blocks.push(paragraph(inlineOf(caption)))
  if (items.length > 0) {
    const listed = items.map((inline, index) => listItem(inline, index + 1, listDepth))
    blocks.push(list('bullet', listed))
  }
  return blocks
}

function rowInline(row: Element[], names: string[], inlineOf: (cell: Element) => LexicalInline[]): LexicalInline[] {
  const result: LexicalInline[] = []
  for (const [index, cell] of row.entries()) {
    const inline = inlineOf(cell)
    if (inline.length === 0) continue
    if (result.length > 0) result.push(textNode('; '))
    if (names[index]) result.push(textNode(`${names[index]}:`, textFormat.bold), textNode(' '))
    for (const node of inline) result.push(node.type === 'linebreak' ? textNode(' ') : node)
  }
  return mergeTexts(result)
}

function mergeTexts(nodes: LexicalInline[]): LexicalInline[] {
  const merged: LexicalInline[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text' && last.format === node.format) last.text += node.text
    else merged.push(node)
  }
  return merged
}

function rowsOf(table: Element): Element[][] {
  return table.children
    .flatMap((child) => (isElement(child, 'thead', 'tbody', 'tfoot') ? child.children : [child]))
    .filter((child) => isElement(child, 'tr'))
    .map((row) => row.children.filter((cell) => isElement(cell, 'td', 'th')))
}

function isHeaderRow(row: Element[] | undefined): boolean {
  return row !== undefined && row.length > 1 && row.every((cell) => cell.tagName === 'th')
}
