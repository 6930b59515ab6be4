import type { Section } from './toText'
import type { BodyNode } from './walkBody'

/** The element that a block is shown as. */
export interface BlockTag {
  tag: string
  attributes: Record<string, string | number | undefined>
  /** It holds words only: a block in it ends it, as it would in a browser. */
  phrasing: boolean
}

/**
 * The element for a block node, or undefined for one that shows only its children.
 *
 * @param parent the element that it stands in, undefined at the top
 * @param section the section that it is the heading of
 */
export function tagOf(node: BodyNode, parent: string | undefined, section: Section | undefined): BlockTag | undefined {
  const dir = node.direction === 'rtl' ? 'rtl' : undefined
  const words = (tag: string, id?: string): BlockTag => ({ tag, attributes: { id, dir }, phrasing: true })
  const holder = (tag: string, start?: number): BlockTag => ({ tag, attributes: { start, dir }, phrasing: false })
  switch (node.type) {
    case 'paragraph':
      return words('p')
    case 'heading':
      return words(`h${section?.level ?? headingLevel(node.tag)}`, section?.anchor)
    case 'quote':
      return holder('blockquote')
    case 'list':
      return node.listType === 'number' ? holder('ol', startOf(node)) : holder('ul')
    case 'listitem':
      return isList(parent) ? holder('li') : words('p')
    case 'table':
      return holder('tbody')
    case 'tablerow':
      return parent === 'tbody' ? holder('tr') : undefined
    case 'tablecell':
      return parent === 'tr' ? holder(Number(node.headerState) > 0 ? 'th' : 'td') : undefined
  }
  return undefined
}

/** The tags without which what is no part of a list or table may not stand in one. */
export function wrappingFor(type: string, parent: string | undefined): { open: string; close: string } {
  if (isList(parent) && type !== 'listitem') return { open: '<li>', close: '</li>' }
  if (parent === 'tbody' && type !== 'tablerow') return { open: '<tr><td>', close: '</td></tr>' }
  if (parent === 'tr' && type !== 'tablecell') return { open: '<td>', close: '</td>' }
  return { open: '', close: '' }
}

function isList(tag: string | undefined): boolean {
  return tag === 'ul' || tag === 'ol'
}

function startOf(list: BodyNode): number | undefined {
  return Number.isSafeInteger(list.start) && list.start !== 1 ? Number(list.start) : undefined
}

function headingLevel(tag: unknown): number {
  return typeof tag === 'string' ? Number(/^h([2-6])$/.exec(tag)?.[1] ?? 2) : 2
}
