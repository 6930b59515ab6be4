import type { Element, ElementContent, Nodes } from 'hast'

/** Whether a node is an element, and, where names are given, one of these. */
export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** A small tree by hand: `element('p', 'Words')`. */
export function element(tagName: string, ...children: (string | ElementContent)[]): Element {
  return {
    type: 'element',
    tagName,
    properties: {},
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }
}

/** All words in a tree; safe at any depth. */
export function textOf(node: Nodes): string {
  let text = ''
  for (const each of walkHast(node)) if (each.type === 'text') text += each.value
  return text
}

/** Every node of a tree in reading order, without recursion. */
export function* walkHast(node: Nodes): Generator<Nodes> {
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index--) push(stack, next.children[index])
  }
}

function push(stack: Nodes[], node: Nodes | undefined): void {
  if (node) stack.push(node)
}

/** Whether two titles say the same, whatever their case, spaces and marks. */
export function sameWords(one: string, other: string): boolean {
  const words = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.join(' ') ?? ''
  return words(one) === words(other)
}
