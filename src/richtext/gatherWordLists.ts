import type { Element, ElementContent } from 'hast'
import { element, isElement, textOf } from './hastNodes'
import { styleOf } from './inlineStyle'

/** An item of a list as Word writes it: a paragraph that only its style says is one. */
interface WordItem {
  level: number
  tag: 'ul' | 'ol'
  start: number
  children: ElementContent[]
}

/**
 * Word has no lists on the clipboard: each item is a paragraph with `mso-list:l0 level2 lfo1` and a marker written out, or, from Word
 * on the web, a list of its own in a wrapper. Those that follow one another become one list, nested by their levels.
 */
export function gatherWordLists(nodes: readonly ElementContent[]): ElementContent[] {
  const gathered: ElementContent[] = []
  let open: Element[] = []
  for (const node of nodes) {
    const items = itemsOf(node)
    if (items.length === 0) {
      // the line ends between two items do not part them
      if (node.type === 'text' && !node.value.trim() && open.length > 0) continue
      open = []
      gathered.push(isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') ? withoutMarker(node) : node)
      continue
    }
    for (const item of items) open = place(item, open, gathered)
  }
  return gathered
}

/** @returns the lists that are open after it, from the outermost to the one that holds the item */
function place(item: WordItem, open: readonly Element[], gathered: ElementContent[]): Element[] {
  const lists = open.slice(0, item.level)
  if (lists.length === item.level && lists.at(-1)?.tagName !== item.tag) lists.pop()
  while (lists.length < item.level) {
    const made = element(item.tag)
    if (item.tag === 'ol' && item.start !== 1) made.properties.start = item.start
    const outer = lists.at(-1)
    if (outer) lastItem(outer).children.push(made)
    else gathered.push(made)
    lists.push(made)
  }
  lists.at(-1)?.children.push(element('li', ...item.children))
  return lists
}

function lastItem(list: Element): Element {
  const last = list.children.at(-1)
  if (isElement(last, 'li')) return last
  const made = element('li')
  list.children.push(made)
  return made
}

function itemsOf(node: ElementContent): WordItem[] {
  if (isElement(node, 'p', 'div')) {
    const level = listLevel(node)
    if (level > 0) return [paragraphItem(node, level)]
  }
  if (isElement(node, 'div') && [node.properties.className].flat().includes('ListContainerWrapper'))
    return node.children.flatMap((list) => (isElement(list, 'ul', 'ol') ? webItems(list) : []))
  return []
}

const deepest = 9

function listLevel(node: Element): number {
  const level = /\blevel(\d)\b/.exec(styleOf(node)['mso-list'] ?? '')?.[1]
  return level ? Math.min(Math.max(Number(level), 1), deepest) : 0
}

function paragraphItem(node: Element, level: number): WordItem {
  const marker = markerOf(node)
  const [, counter] = /^\(?(\d{1,4}|[a-z]|[ivxlc]{2,6})[.)]$/i.exec(marker) ?? []
  const start = counter && /^\d/.test(counter) ? Number(counter) : 1
  return { level, tag: counter ? 'ol' : 'ul', start, children: withoutMarker(node).children }
}

function webItems(list: Element): WordItem[] {
  const start = Number(list.properties.start ?? 1) || 1
  return list.children.flatMap((child): WordItem[] => {
    if (!isElement(child, 'li')) return []
    const level = Number(child.properties.dataAriaLevel ?? child.properties.ariaLevel ?? 1) || 1
    const tag = list.tagName === 'ol' ? 'ol' : 'ul'
    return [{ level: Math.min(Math.max(level, 1), deepest), tag, start, children: child.children }]
  })
}

const isMarker = (node: ElementContent): node is Element => isElement(node) && styleOf(node)['mso-list'] === 'ignore'

/** The bullet or number that Word wrote before the words. */
function markerOf(node: Element): string {
  for (const child of node.children) {
    if (isMarker(child)) return textOf(child).trim()
    const within = isElement(child) ? markerOf(child) : ''
    if (within) return within
  }
  return ''
}

function withoutMarker<Node extends ElementContent>(node: Node): Node {
  if (!isElement(node)) return node
  const children = node.children.filter((child) => !isMarker(child)).map(withoutMarker)
  return { ...node, children }
}
