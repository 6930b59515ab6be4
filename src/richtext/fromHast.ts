import type { Element, Nodes, RootContent } from 'hast'
import { fromTable } from './fromTable'
import { isElement, textOf } from './hastNodes'
import { InlineRuns, type LinkTarget } from './inlineRuns'
import { itemParts, joinLines, mergeLists, quoteOf } from './joinBlocks'
import {
  heading,
  type LexicalBlock,
  type LexicalHeading,
  type LexicalList,
  type LexicalListItem,
  type LexicalState,
  list,
  listItem,
  paragraph,
  rule,
  stateOf,
  textFormat,
} from './lexicalNodes'
import { safeUrl } from './safeUrl'

export interface FromHastOptions {
  /** Where the document came from: relative links are resolved against it, and left out without it. */
  url?: string
}

/**
 * The one road into Lexical: an HTML tree becomes the nodes of Payload's default editor. Elements outside the list
 * below lose their tag and keep their words; those in {@link DROPPED} lose their words too.
 *
 * @returns the body, and a line for each kind of thing that could not be kept
 */
export function fromHast(tree: Nodes, options: FromHastOptions = {}): { body: LexicalState; warnings: string[] } {
  const converter = new Converter(options.url)
  const blocks = converter.blocksOf('children' in tree ? tree.children : [tree as RootContent], 0)
  return { body: stateOf(mergeLists(blocks)), warnings: [...converter.warnings] }
}

/** Beyond these depths the words are kept and the nesting is not. */
const MAX_DEPTH = 100
const MAX_LIST_DEPTH = 12

const FORMATS: Record<string, number> = {
  strong: textFormat.bold,
  b: textFormat.bold,
  em: textFormat.italic,
  i: textFormat.italic,
  cite: textFormat.italic,
  dfn: textFormat.italic,
  var: textFormat.italic,
  u: textFormat.underline,
  ins: textFormat.underline,
  s: textFormat.strikethrough,
  strike: textFormat.strikethrough,
  del: textFormat.strikethrough,
  code: textFormat.code,
  kbd: textFormat.code,
  samp: textFormat.code,
  tt: textFormat.code,
  sub: textFormat.subscript,
  sup: textFormat.superscript,
}

const INLINE = new Set(
  'a abbr acronym bdi bdo big br data font label mark q ruby rb rt rp small span time wbr'.split(' '),
)

const HEADINGS: Record<string, LexicalHeading['tag']> = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' }

const DROPPED = new Set(
  (
    'script style noscript template head title meta link base nav header footer form aside dialog menu button select ' +
    'option datalist textarea input output meter progress iframe frame frameset object embed applet param audio video ' +
    'source track canvas map area svg math'
  ).split(' '),
)

const IMAGES = new Set(['img', 'picture'])

/** What the words being read stand in. */
interface Look {
  format: number
  link?: LinkTarget
  verbatim?: boolean
}

const PLAIN: Look = { format: 0 }

class Converter {
  readonly warnings = new Set<string>()
  private links = 0

  constructor(private readonly url: string | undefined) {}

  /** Reads flow content: words between blocks make paragraphs of their own. */
  blocksOf(children: readonly RootContent[], depth: number, listDepth = 0, look = PLAIN): LexicalBlock[] {
    const blocks: LexicalBlock[] = []
    const runs = new InlineRuns(this.nextLinkId)
    const flush = () => {
      const inline = runs.take()
      if (inline.length > 0) blocks.push(paragraph(inline))
    }
    const read = (nodes: readonly RootContent[], at: number, current: Look): void => {
      for (const node of nodes) {
        if (node.type === 'text') runs.add(node.value, current.format, current.link, current.verbatim)
        if (node.type !== 'element' || DROPPED.has(node.tagName)) continue
        if (at > MAX_DEPTH) runs.add(textOf(node), current.format, current.link)
        else if (node.tagName === 'br') runs.addBreak()
        else if (IMAGES.has(node.tagName)) this.warnings.add('images were left out')
        else if (isInline(node)) read(node.children, at + 1, this.lookOf(node, current))
        else {
          flush()
          const made = this.blockOf(node, at + 1, listDepth, current)
          if (made) for (const block of made) blocks.push(block)
          else read(node.children, at + 1, node.tagName === 'dt' ? withFormat(current, textFormat.bold) : current)
          flush()
        }
      }
    }
    read(children, depth, look)
    flush()
    return blocks
  }

  /** A block with a node of its own; undefined for a mere wrapper (`p`, `div`, `section`, unknown). */
  private blockOf(node: Element, depth: number, listDepth: number, look: Look): LexicalBlock[] | undefined {
    const tag = HEADINGS[node.tagName]
    if (tag) {
      const inline = joinLines(this.blocksOf(node.children, depth, listDepth, look))
      return inline.length > 0 ? [heading(tag, inline)] : []
    }
    switch (node.tagName) {
      case 'ul':
      case 'ol':
        return this.listOf(node, depth, listDepth)
      case 'blockquote':
        return quoteOf(this.blocksOf(node.children, depth, listDepth, look))
      case 'pre':
        return this.blocksOf(node.children, depth, listDepth, { ...withFormat(look, textFormat.code), verbatim: true })
      case 'hr':
        return [rule()]
      case 'table': {
        this.warnings.add('a table was turned into a list')
        return fromTable(node, (cell) => joinLines(this.blocksOf(cell.children, depth + 1, listDepth, look)), listDepth)
      }
    }
    return undefined
  }

  private listOf(node: Element, depth: number, listDepth: number): LexicalBlock[] {
    const kind = listKind(node)
    const items: LexicalListItem[] = []
    let value = node.tagName === 'ol' ? startOf(node) : 1
    const start = value
    for (const child of node.children) {
      if (child.type !== 'element' && !(child.type === 'text' && child.value.trim())) continue
      const content = isElement(child, 'li') ? child.children : [child]
      const checkbox = kind === 'check' && isElement(child, 'li') ? checkboxOf(child) : undefined
      for (const part of itemParts(this.blocksOf(content, depth + 1, listDepth + 1))) {
        if ('list' in part && listDepth + 1 >= MAX_LIST_DEPTH) {
          // too deep: its items go on in this list
          for (const item of part.list.children) items.push({ ...item, value: value++, indent: listDepth })
        } else if ('list' in part) items.push(listItem([part.list], value, listDepth))
        else items.push(listItem(part.inline, value++, listDepth))
        const item = items.at(-1)
        if (item && checkbox && !('list' in part)) item.checked = checkbox.properties.checked === true
      }
    }
    if (kind === 'check') for (const item of items) item.checked ??= false
    return items.length > 0 ? [list(kind, items, start)] : []
  }

  private lookOf(node: Element, look: Look): Look {
    if (node.tagName !== 'a') return withFormat(look, FORMATS[node.tagName] ?? 0)
    const { href, target, dataFootnoteBackref } = node.properties
    if (look.link || typeof href !== 'string' || href.startsWith('#') || dataFootnoteBackref !== undefined) return look
    const url = safeUrl(href, this.url)
    if (!url) {
      this.warnings.add(/^[\w+.-]+:/.test(href) ? 'an unsafe link was left out' : 'relative links were left out')
      return look
    }
    return { ...look, link: { url, newTab: target === '_blank' } }
  }

  /** Payload wants an id on each link; this one is the same whenever the same file is read. */
  private readonly nextLinkId = (url: string): string => {
    let hash = 0x811c9dc5
    for (let index = 0; index < url.length; index++) hash = Math.imul(hash ^ url.charCodeAt(index), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0') + (++this.links).toString(16).padStart(16, '0')
  }
}

function isInline(node: Element): boolean {
  return node.tagName in FORMATS || INLINE.has(node.tagName)
}

function withFormat(look: Look, format: number): Look {
  return { ...look, format: look.format | format }
}

function listKind(node: Element): LexicalList['listType'] {
  if (node.tagName === 'ol') return 'number'
  return node.children.some((child) => isElement(child, 'li') && checkboxOf(child)) ? 'check' : 'bullet'
}

/** The box of a task list's item, which stands first in it or in its first paragraph. */
function checkboxOf(item: Element): Element | undefined {
  const first = item.children.find((child) => isElement(child))
  const box = isElement(first, 'p') ? first.children.find((child) => isElement(child)) : first
  return isElement(box, 'input') && box.properties.type === 'checkbox' ? box : undefined
}

function startOf(node: Element): number {
  const start = Number(node.properties.start ?? 1)
  return Number.isSafeInteger(start) && start >= 0 ? start : 1
}
