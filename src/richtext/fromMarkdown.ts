import type { Element, ElementContent, Root } from 'hast'
import MarkdownIt, { type Token } from 'markdown-it'
import { cleanText } from './cleanText'
import { fromHast } from './fromHast'
import { element, isElement, sameWords, textOf } from './hastNodes'
import type { LexicalState } from './lexicalNodes'
import { parseHtml } from './parseHtml'

export interface FromMarkdownOptions {
  /** The title, where it is known: a first heading that says the same is left out of the body. */
  title?: string
  /** Where the document came from: relative links are resolved against it. */
  url?: string
}

/**
 * CommonMark with tables, strikethrough, task lists and bare links. HTML in it passes the same allow-list as a page.
 * A first heading of level 1 is the title and not part of the body.
 *
 * markdown-it rather than micromark: a thousand articles take a fraction of a second instead of nine, and it holds
 * against input made to be slow.
 */
export function fromMarkdown(
  markdown: string,
  options: FromMarkdownOptions = {},
): { title?: string; body: LexicalState; warnings: string[] } {
  const tree = treeOf(parser.parse(cleanText(markdown).replace(DEEP_NESTING, '$1'), {}))
  const title = takeTitle(tree, options.title)
  return { ...(title ? { title } : {}), ...fromHast(tree, options) }
}

const parser = new MarkdownIt({ html: true, linkify: true })
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false }) // "on the go.It helps" names no site
parser.validateLink = () => true // fromHast judges links: it drops the target and keeps the words

/** The parser leaves out what is nested more than 100 deep; nobody means that many quotes and lists in one another. */
const DEEP_NESTING = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){24})(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))+/gm

/** Raw inline tags that may open and close around words; the words in scripts and styles go with them. */
const RAW_INLINE = new Set('a abbr b code del em i ins kbd mark s script small span strong style sub sup u'.split(' '))

function takeTitle(tree: Root, known: string | undefined): string | undefined {
  const index = tree.children.findIndex((node) => isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  const first = tree.children[index]
  if (!isElement(first, 'h1')) return known
  const words = textOf(first).replace(/\s+/g, ' ').trim()
  if (words === '' || (known && !sameWords(words, known))) return known
  tree.children.splice(index, 1)
  return known ?? words
}

function treeOf(tokens: Token[]): Root {
  const root: Root = { type: 'root', children: [] }
  const stack: { children: ElementContent[] }[] = [root as { children: ElementContent[] }]
  const add = (node: ElementContent) => stack.at(-1)?.children.push(node)
  for (const token of tokens) {
    if (token.nesting === 1) {
      const opened = elementOf(token)
      add(opened)
      stack.push(opened)
    } else if (token.nesting === -1) stack.pop()
    else if (token.type === 'inline') addInline(token, stack)
    else if (token.type === 'fence' || token.type === 'code_block') add(element('pre', element('code', token.content)))
    else if (token.type === 'html_block') {
      for (const node of parseHtml(token.content, 'fragment').children) if (node.type !== 'doctype') add(node)
    } else if (token.type === 'hr') add(element('hr'))
  }
  return root
}

function addInline(token: Token, blocks: readonly { children: ElementContent[] }[]): void {
  const stack = blocks.slice(-1)
  const raw: Element[] = []
  const add = (node: ElementContent) => stack.at(-1)?.children.push(node)
  const tokens = token.children ?? []
  const box = takeCheckbox(token, blocks)
  if (box) add(box)
  for (const child of tokens) {
    if (child.nesting === 1) {
      const opened = elementOf(child)
      add(opened)
      stack.push(opened)
    } else if (child.nesting === -1) {
      // raw tags left open within are closed with it
      while (raw.length > 0 && stack.at(-1) === raw.at(-1)) {
        raw.pop()
        stack.pop()
      }
      if (stack.length > 1) stack.pop()
    } else if (child.type === 'html_inline') addRaw(child.content, stack, raw)
    else if (child.type === 'code_inline') add(element('code', child.content))
    else if (child.type === 'softbreak') add({ type: 'text', value: '\n' })
    else if (child.type === 'hardbreak') add(element('br'))
    else if (child.type === 'image') add(element('img'))
    else add({ type: 'text', value: child.content })
  }
}

function addRaw(html: string, stack: { children: ElementContent[] }[], raw: Element[]): void {
  const closing = /^<\/([a-z0-9]+)\s*>$/i.exec(html)?.[1]?.toLowerCase()
  if (closing) {
    if (raw.at(-1)?.tagName === closing && raw.at(-1) === stack.at(-1)) {
      raw.pop()
      stack.pop()
    }
    return
  }
  const opened = parseHtml(html, 'fragment').children[0]
  if (isElement(opened, 'br', 'img')) stack.at(-1)?.children.push(opened)
  if (!isElement(opened) || !RAW_INLINE.has(opened.tagName) || raw.length > 20) return
  stack.at(-1)?.children.push(opened)
  stack.push(opened)
  raw.push(opened)
}

/** `[ ]` or `[x]` at the start of a list item, as the box that GitHub's Markdown makes of it. */
function takeCheckbox(token: Token, blocks: readonly { children: ElementContent[] }[]): Element | undefined {
  const match = /^\[([ xX])\]\s/.exec(token.content)
  const item = blocks.at(-2)
  const first = token.children?.[0]
  if (!match || !first || !item || !isElement(item as Element, 'li') || item.children.length !== 1) return undefined
  first.content = first.content.slice(match[0].length)
  const box = element('input')
  box.properties = { type: 'checkbox', checked: match[1] !== ' ' }
  return box
}

function elementOf(token: Token): Element {
  const made = element(token.tag)
  for (const [name, value] of token.attrs ?? [])
    if (name === 'href' || name === 'start') made.properties[name] = String(value)
  return made
}
