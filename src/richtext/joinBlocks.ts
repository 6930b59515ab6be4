import {
  type LexicalBlock,
  type LexicalInline,
  type LexicalList,
  type LexicalListItem,
  lineBreak,
  quote,
} from './lexicalNodes'

/** The words of several blocks as the lines of one. */
export function joinLines(blocks: LexicalBlock[]): LexicalInline[] {
  const lines: LexicalInline[] = []
  const add = (inline: LexicalInline[]) => {
    if (lines.length > 0 && inline.length > 0) lines.push(lineBreak())
    for (const node of inline) lines.push(node)
  }
  const read = (all: readonly LexicalBlock[]) => {
    for (const block of all) {
      if (block.type === 'list') for (const item of block.children) readItem(item)
      else if (block.type !== 'horizontalrule') add(block.children)
    }
  }
  const readItem = (item: LexicalListItem) => {
    add(item.children.filter((child) => child.type !== 'list'))
    read(item.children.filter((child) => child.type === 'list'))
  }
  read(blocks)
  return lines
}

/** A quote holds lines only: its paragraphs become lines, and what is no paragraph stands on its own between quotes. */
export function quoteOf(blocks: LexicalBlock[]): LexicalBlock[] {
  const result: LexicalBlock[] = []
  let lines: LexicalBlock[] = []
  const flush = () => {
    const inline = joinLines(lines)
    if (inline.length > 0) result.push(quote(inline))
    lines = []
  }
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'quote') lines.push(block)
    else {
      flush()
      result.push(block)
    }
  }
  flush()
  return result
}

/** Lexical makes one of two lists of a kind that follow one another, counting on. */
export function mergeLists(blocks: LexicalBlock[]): LexicalBlock[] {
  const merged: LexicalBlock[] = []
  for (const block of blocks) {
    const last = merged.at(-1)
    if (block.type !== 'list' || last?.type !== 'list' || block.listType !== last.listType) merged.push(block)
    else for (const item of block.children) last.children.push({ ...item, value: nextValue(last) })
  }
  return merged
}

/** An item that holds a list has the number that the next one has too. */
function nextValue({ children, start }: LexicalList): number {
  const last = children.at(-1)
  if (!last) return start
  return last.children[0]?.type === 'list' ? last.value : last.value + 1
}

/** Lexical keeps a nested list in an item of its own, after the item that it belongs to. */
export function itemParts(blocks: LexicalBlock[]): ({ inline: LexicalInline[] } | { list: LexicalList })[] {
  const parts: ({ inline: LexicalInline[] } | { list: LexicalList })[] = []
  let lines: LexicalBlock[] = []
  const flush = () => {
    const inline = joinLines(lines)
    if (inline.length > 0) parts.push({ inline })
    lines = []
  }
  for (const block of blocks) {
    if (block.type !== 'list') lines.push(block)
    else {
      flush()
      parts.push({ list: block })
    }
  }
  flush()
  return parts
}
