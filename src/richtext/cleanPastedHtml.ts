import type { Element, ElementContent, RootContent } from 'hast'
import { cleanText } from './cleanText'
import { fromHast } from './fromHast'
import { gatherWordLists } from './gatherWordLists'
import { element, isElement, textOf } from './hastNodes'
import { styleOf } from './inlineStyle'
import { parseHtml } from './parseHtml'
import { toHtml } from './toHtml'

/**
 * What Word, Google Docs, LibreOffice or a web page put on the clipboard, as the HTML that a body is made of: headings, lists,
 * emphasis and links stay; fonts, colours, empty paragraphs, comments and what was deleted under track changes go. Pasted words take
 * the road of imported ones ({@link fromHast}), so that both look the same.
 *
 * @returns the HTML, and a line for each kind of thing that could not be kept
 * @throws UnreadableFile where it is nested or sized like no text
 */
export function cleanPastedHtml(html: string): { html: string; warnings: string[] } {
  const tree = parseHtml(cleanText(html), 'document')
  tree.children = tidy(tree.children, { inHeading: false, inLink: false }) as RootContent[]
  const { body, warnings } = fromHast(tree)
  return { html: toHtml(body), warnings }
}

interface Within {
  inHeading: boolean
  inLink: boolean
}

/** Emphasis that the body's editor has; others, such as struck words and code, lose their look and keep their words. */
const emphasis: Record<string, 'strong' | 'em' | 'u' | 'sub' | 'sup'> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  sub: 'sub',
  sup: 'sup',
}
const plain = new Set(['ins', 'font', 's', 'strike', 'code', 'kbd', 'samp', 'tt', 'span'])
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function tidy(nodes: readonly RootContent[], within: Within): ElementContent[] {
  const kept = nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    return node.type === 'element' && !isLeftOut(node) ? tidyElement(node, within) : []
  })
  return gatherWordLists(kept).filter((node) => !isEmptyParagraph(node))
}

function tidyElement(node: Element, within: Within): ElementContent[] {
  const style = styleOf(node)
  if (style['mso-list'] === 'ignore') return [node] // a list's marker, which tells what kind of list it is
  if (style['mso-spacerun'] || hasClass(node, 'Apple-converted-space')) return [{ type: 'text', value: ' ' }]
  if (hasClass(node, 'MsoTitle')) node.tagName = 'h1'
  const children = tidy(node.children, {
    inHeading: within.inHeading || headings.has(node.tagName),
    inLink: within.inLink || node.tagName === 'a',
  })
  if (emphasis[node.tagName] || plain.has(node.tagName)) return wrap(children, looksOf(node, style, within))
  node.children = children
  return [node]
}

/** How the words look, by tag and style: Google Docs writes `<b style="font-weight:normal">` around all it copies. */
function looksOf(node: Element, style: Record<string, string>, { inHeading, inLink }: Within): string[] {
  const looks = new Set<string>()
  const own = emphasis[node.tagName]
  if (own) looks.add(own)
  const weight = style['font-weight']
  if (weight) set(looks, 'strong', /^bold/.test(weight) || Number(weight) >= 600)
  if (style['font-style']) set(looks, 'em', /^(?:italic|oblique)/.test(style['font-style']))
  const decoration = style['text-decoration-line'] ?? style['text-decoration']
  if (decoration) set(looks, 'u', decoration.includes('underline'))
  if (style['vertical-align'] === 'sub') looks.add('sub')
  if (style['vertical-align'] === 'super') looks.add('sup')
  // A heading and a link have a look of their own.
  if (inHeading) looks.delete('strong')
  if (inHeading || inLink) looks.delete('u')
  return [...looks]
}

function set(looks: Set<string>, look: string, on: boolean): void {
  if (on) looks.add(look)
  else looks.delete(look)
}

function wrap(children: ElementContent[], looks: readonly string[]): ElementContent[] {
  let wrapped = children
  for (const look of looks) wrapped = [element(look, ...wrapped)]
  return wrapped
}

/** What its writer does not see, or took out: hidden words, comments, deletions that wait to be accepted. */
function isLeftOut(node: Element): boolean {
  if (node.tagName === 'del') return true
  const style = styleOf(node)
  return (
    style.display === 'none' ||
    style['mso-hide'] === 'all' ||
    /comment/.test(style['mso-element'] ?? '') ||
    /^MsoComment/.test(String([node.properties.className].flat()[0] ?? ''))
  )
}

function isEmptyParagraph(node: ElementContent): boolean {
  return isElement(node, 'p', 'div') && !/\S/.test(textOf(node)) && !node.children.some(holdsMore)
}

const shown = new Set(['img', 'hr', 'table', 'ul', 'ol'])
const holdsMore = (node: ElementContent): boolean =>
  node.type === 'element' && (shown.has(node.tagName) || node.children.some(holdsMore))

const hasClass = (node: Element, name: string): boolean => [node.properties.className].flat().includes(name)
