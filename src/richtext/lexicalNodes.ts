/**
 * The nodes that an import makes, exactly as Payload's default editor (Lexical 0.50) writes them. They are type
 * aliases, not interfaces, so that they fit the index signatures in Payload's generated types.
 */
export type LexicalState = { root: Container<'root', LexicalBlock> }

export type LexicalBlock = LexicalParagraph | LexicalHeading | LexicalQuote | LexicalList | LexicalRule
export type LexicalInline = LexicalText | LexicalLineBreak | LexicalLink

export type LexicalText = {
  type: 'text'
  version: 1
  text: string
  format: number
  detail: 0
  mode: 'normal'
  style: ''
}
export type LexicalLineBreak = { type: 'linebreak'; version: 1 }
export type LexicalLink = Omit<Container<'link', LexicalText | LexicalLineBreak>, 'version'> & {
  version: 3
  id: string
  fields: { linkType: 'custom'; url: string; newTab: boolean }
}
export type LexicalParagraph = Container<'paragraph', LexicalInline> & { textFormat: number; textStyle: '' }
export type LexicalHeading = Container<'heading', LexicalInline> & { tag: 'h2' | 'h3' | 'h4' }
export type LexicalQuote = Container<'quote', LexicalInline>
export type LexicalList = Container<'list', LexicalListItem> & {
  listType: 'bullet' | 'number' | 'check'
  start: number
  tag: 'ul' | 'ol'
}
/** `checked` stands only on the items of a check list. */
export type LexicalListItem = {
  type: 'listitem'
  version: 1
  children: (LexicalInline | LexicalList)[]
  direction: null
  format: ''
  indent: number
  value: number
  checked?: boolean
}
export type LexicalRule = { type: 'horizontalrule'; version: 1 }

type Container<Type extends string, Child> = {
  type: Type
  version: 1
  children: Child[]
  direction: null
  format: ''
  indent: number
}

/** Lexical's bit mask of a text node's `format`. */
export const textFormat = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const

export const lineBreak = (): LexicalLineBreak => ({ type: 'linebreak', version: 1 })
export const rule = (): LexicalRule => ({ type: 'horizontalrule', version: 1 })

export function textNode(text: string, format = 0): LexicalText {
  return { type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' }
}

export function linkNode(url: string, newTab: boolean, id: string, children: LexicalLink['children']): LexicalLink {
  return { ...container('link', children), version: 3, id, fields: { linkType: 'custom', url, newTab } }
}

/** Lexical notes on a paragraph how its first text looks, for what is typed next. */
export function paragraph(children: LexicalInline[]): LexicalParagraph {
  const textFormat = children.find((child) => child.type === 'text')?.format ?? 0
  return { ...container('paragraph', children), textFormat, textStyle: '' }
}

export function heading(tag: LexicalHeading['tag'], children: LexicalInline[]): LexicalHeading {
  return { ...container('heading', children), tag }
}

export function quote(children: LexicalInline[]): LexicalQuote {
  return container('quote', children)
}

export function list(listType: LexicalList['listType'], children: LexicalListItem[], start = 1): LexicalList {
  return { ...container('list', children), listType, start, tag: listType === 'number' ? 'ol' : 'ul' }
}

/** @param indent how many lists stand around the item's own */
export function listItem(children: LexicalListItem['children'], value: number, indent: number): LexicalListItem {
  return { ...container('listitem', children), indent, value }
}

export function stateOf(blocks: LexicalBlock[]): LexicalState {
  return { root: container('root', blocks.length > 0 ? blocks : [paragraph([])]) }
}

function container<Type extends string, Child>(type: Type, children: Child[]): Container<Type, Child> {
  return { type, version: 1, children, direction: null, format: '', indent: 0 }
}
