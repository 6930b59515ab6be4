import { type BodyNode, type BodyVisitor, isInlineElement, isListWrapper, type Place, walkBody } from './walkBody'

/** A heading with what follows it up to the next heading of any level, so that a place is in at most one section. */
export interface Section {
  /** The fragment of the section's address: unique in the article, the same as long as the heading keeps its words. */
  anchor: string
  /** Empty for what stands before the first heading. */
  heading: string
  /** 2 to 6; 0 for what stands before the first heading. */
  level: number
  /** Offsets in the text, the heading included. */
  start: number
  end: number
}

/** A text node's place in the text: `text.slice(start, end)` is exactly its words. */
export interface Piece {
  start: number
  end: number
  /** The indexes that lead to the node from the root: `[2, 0]` is the first child of the third block. */
  path: readonly number[]
  /** Whether it stands in a link already. */
  linked: boolean
}

export interface BodyText {
  text: string
  sections: Section[]
  /** In order, and never overlapping; line ends and list marks belong to none. */
  pieces: Piece[]
}

/** The anchor of what stands before the first heading. */
export const OPENING_ANCHOR = 'intro'

/**
 * An article's body as plain text, with its sections and the way back from offsets (UTF-16) to text nodes.
 *
 * - Each block is a line, and so is what follows a soft line break; empty blocks leave no empty line.
 * - List items begin with `- `, those of numbered lists with `1. ` and so on, nested ones likewise, without indentation.
 * - The cells of a table row are parted by a tab.
 * - Only headings at the top level begin sections; one in a quote or a table is a line like others.
 *
 * What is no Lexical body gives an empty text.
 */
export function toText(body: unknown): BodyText {
  const { text, sections, pieces } = readText(body)
  return { text, sections, pieces }
}

/** What writing the body in another form needs beside {@link toText}. */
export interface ReadText extends BodyText {
  /** Which of the root's children is the heading of which section. */
  sectionAt: ReadonlyMap<number, Section>
  /** Where each section's heading ends in the text. */
  headingEnds: ReadonlyMap<Section, number>
}

export function readText(body: unknown): ReadText {
  const writer = new TextWriter()
  walkBody(body, writer)
  return writer.finish()
}

class TextWriter implements BodyVisitor {
  private out = ''
  private readonly pieces: Piece[] = []
  private readonly sections: Section[] = []
  private readonly sectionAt = new Map<number, Section>()
  private readonly headingEnds = new Map<Section, number>()
  private readonly nextAnchor = anchors()
  /** What parts the next words from the last ones. */
  private separator: '' | '\n' | '\t' = ''
  /** A list mark that waits for its item's first words. */
  private mark = ''
  private links = 0
  private rowStart = 0
  /** The length of the text when the heading began that is being read. */
  private beforeHeading = 0

  text(text: string, _node: BodyNode, path: readonly number[]): void {
    if (text === '') return
    if (this.out !== '') this.out += this.separator
    this.out += this.mark
    this.separator = ''
    this.mark = ''
    const start = this.out.length
    this.out += text
    this.pieces.push({ start, end: this.out.length, path, linked: this.links > 0 })
  }

  lineBreak(): void {
    this.separator = '\n'
  }

  enter(node: BodyNode, { depth, index, parent }: Place): void {
    if (isInlineElement(node)) {
      if (isLink(node)) this.links++
      return
    }
    if (this.separator !== '\t') this.separator = '\n'
    if (node.type === 'tablerow') this.rowStart = this.out.length
    else if (node.type === 'tablecell') this.separator = this.out.length > this.rowStart ? '\t' : '\n'
    else if (node.type === 'listitem' && !isListWrapper(node)) this.mark = listMark(node, parent, index)
    else if (node.type === 'heading' && depth === 0) this.beforeHeading = this.out.length
  }

  leave(node: BodyNode, { depth, index }: Place): void {
    if (isInlineElement(node)) {
      if (isLink(node)) this.links--
      return
    }
    this.separator = '\n'
    if (node.type === 'listitem') this.mark = ''
    if (node.type === 'heading' && depth === 0) this.endHeading(node, index)
  }

  finish(): ReadText {
    const { out: text, sections, pieces, sectionAt, headingEnds } = this
    this.endSection(text.length)
    return { text, sections, pieces, sectionAt, headingEnds }
  }

  private endHeading(node: BodyNode, index: number): void {
    const before = this.beforeHeading
    const start = before === 0 ? 0 : before + 1
    const heading = this.out.slice(start).replace(/\s+/g, ' ').trim()
    if (heading === '') return
    this.endSection(before)
    const section = { anchor: this.nextAnchor(heading), heading, level: levelOf(node), start, end: start }
    this.sections.push(section)
    this.sectionAt.set(index, section)
    this.headingEnds.set(section, this.out.length)
  }

  private endSection(end: number): void {
    const last = this.sections.at(-1)
    if (last) last.end = end
    else if (end > 0) this.sections.push({ anchor: OPENING_ANCHOR, heading: '', level: 0, start: 0, end })
  }
}

function isLink(node: BodyNode): boolean {
  return node.type === 'link' || node.type === 'autolink'
}

function listMark(item: BodyNode, parent: BodyNode, index: number): string {
  if (parent.listType !== 'number') return '- '
  return `${Number.isSafeInteger(item.value) ? item.value : index + 1}. `
}

function levelOf(heading: BodyNode): number {
  const level = typeof heading.tag === 'string' ? Number(heading.tag.slice(1)) : 2
  return level >= 2 && level <= 6 ? Math.trunc(level) : 2
}

/** Makes anchors that differ from one another: the second "Causes" of an article is `causes-2`. */
function anchors(): (heading: string) => string {
  const taken = new Set([OPENING_ANCHOR])
  const counts = new Map<string, number>()
  return (heading) => {
    const slug = slugOf(heading)
    let anchor = slug
    for (let count = counts.get(slug) ?? 1; taken.has(anchor); anchor = `${slug}-${count}`) counts.set(slug, ++count)
    taken.add(anchor)
    return anchor
  }
}

function slugOf(heading: string): string {
  const words = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}'\u2019]/gu, '')
  const slug = words.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '')
  return [...slug].slice(0, 80).join('').replace(/-$/, '') || 'section'
}
