import { escapeHtml, openTag } from './escapeHtml'
import { textFormat } from './lexicalNodes'
import { linkTag, type ReadySpan, readySpans } from './linkSpans'
import { safeUrl } from './safeUrl'
import { tagOf, wrappingFor } from './tagOf'
import type { ToHtmlOptions } from './toHtml'
import type { ReadText, Section } from './toText'
import { type BodyNode, type BodyVisitor, isInlineElement, isListWrapper, type Place } from './walkBody'

/** From the outermost tag of a text to the innermost. */
const FORMAT_TAGS: [number, string][] = [
  [textFormat.bold, 'strong'],
  [textFormat.italic, 'em'],
  [textFormat.underline, 'u'],
  [textFormat.strikethrough, 's'],
  [textFormat.code, 'code'],
  [textFormat.subscript, 'sub'],
  [textFormat.superscript, 'sup'],
]

/** An element that was entered and not left. */
interface Frame {
  /** The tag that decides what may stand in it; '' for a node that shows only its children. */
  tag: string
  close: string
  /** Holds words only (`p`, headings, links): a block in it ends it, as it would in a browser. */
  phrasing: boolean
  /** How much was written when it was opened; nothing more at its end means that it is empty and goes. */
  written: number
}

/** Writes a body as HTML while it is walked. The walk is the one that `toText` takes, so that the pieces come in step. */
export class HtmlWriter implements BodyVisitor {
  private readonly out: string[] = []
  private readonly frames: Frame[] = []
  private readonly spans: ReadySpan[]
  private nextPiece = 0
  private nextSpan = 0
  private openSpan: ReadySpan | undefined
  /** An item's tag is still open, for the list in the item after it. */
  private itemOpen = false
  private readonly marks: { section: Section; before: number; after: number }[] = []

  constructor(
    private readonly read: ReadText,
    private readonly options: ToHtmlOptions,
  ) {
    this.spans = readySpans(options.spans ?? [], read, options.baseUrl)
  }

  html(): string {
    return this.out.join('')
  }

  sectionHtml(): { opening: string; bySection: ReadonlyMap<Section, string> } {
    const slice = (from: number, to?: number) => this.out.slice(from, to).join('')
    const bySection = new Map<Section, string>()
    for (const [index, { section, after }] of this.marks.entries()) {
      bySection.set(section, slice(after, this.marks[index + 1]?.before))
    }
    return { opening: slice(0, this.marks[0]?.before), bySection }
  }

  text(text: string, node: BodyNode): void {
    if (text === '') return
    const { open, close } = this.wrapping('text')
    this.out.push(open)
    const piece = this.read.pieces[this.nextPiece++]
    const offset = piece?.start ?? 0
    let done = offset
    const put = (until: number) => {
      if (until > done) this.out.push(formatted(text.slice(done - offset, until - offset), node.format))
      done = Math.max(done, until)
    }
    const end = offset + text.length
    for (let span = this.spans[this.nextSpan]; span && span.start < end; span = this.spans[++this.nextSpan]) {
      if (this.openSpan !== span && span.end > done) {
        put(span.start)
        this.out.push(span.tag)
        this.openSpan = span
      }
      put(Math.min(span.end, end))
      if (span.end > end) break // it goes on in the next text
      this.endSpan()
    }
    put(end)
    if (close !== '') this.endSpan()
    this.out.push(close)
  }

  lineBreak(): void {
    const { open, close } = this.wrapping('linebreak')
    this.out.push(`${open}<br>${close}`)
  }

  enter(node: BodyNode, place: Place): void {
    this.endSpan()
    if (isInlineElement(node)) this.enterInline(node)
    else {
      this.endPhrasing()
      this.enterBlock(node, place)
    }
  }

  leave(node: BodyNode, { index, siblings }: Place): void {
    this.endSpan()
    const frame = this.frames.pop()
    if (!frame) return
    const hasWords = frame.written !== this.out.length
    if (frame.tag === 'li' && node.type === 'listitem' && isListWrapper(siblings[index + 1]) && hasWords) {
      this.itemOpen = true
    } else this.close(frame)
    const mark = this.marks.at(-1)
    const isHeading = mark && this.frames.length === 0 && this.read.sectionAt.get(index) === mark.section
    if (isHeading) mark.after = this.out.length
  }

  private enterInline(node: BodyNode): void {
    const { open, close } = this.wrapping(node.type)
    const isNested = this.frames.some((frame) => frame.tag === 'a')
    const tag = node.type === 'link' || node.type === 'autolink' ? this.linkOf(node) : undefined
    if (tag && !isNested) this.push('a', open + tag, `</a>${close}`, true)
    else this.push(open === '' ? '' : 'li', open, close, open === '')
  }

  private enterBlock(node: BodyNode, place: Place): void {
    const { open, close } = this.wrapping(node.type)
    if (node.type === 'horizontalrule' || node.type === 'upload') {
      const html = node.type === 'upload' ? this.figure(node) : '<hr>'
      if (html !== '') this.out.push(open + html + close)
      this.push('', '', '')
      return
    }
    const section = place.depth === 0 ? this.read.sectionAt.get(place.index) : undefined
    if (section) this.marks.push({ section, before: this.out.length, after: this.out.length })
    const shape = tagOf(node, this.parent(), section)
    if (!shape) {
      // only its children show, apart from what stands around them
      this.push(open === '' ? '' : 'li', open, `\n${close}`, open === '')
      return
    }
    const { tag, attributes, phrasing } = shape
    const goesOn = tag === 'li' && this.itemOpen
    this.itemOpen = false
    if (goesOn) this.frames.push({ tag, close: '</li>', phrasing, written: -1 })
    else if (tag === 'tbody')
      this.push(tag, `${open}${openTag('table')}${openTag(tag, attributes)}`, `</tbody></table>${close}`)
    else this.push(tag, open + openTag(tag, attributes), `</${tag}>${close}`, phrasing)
  }

  private push(tag: string, open: string, close: string, phrasing = false): void {
    if (open !== '') this.out.push(open)
    this.frames.push({ tag, close, phrasing, written: this.out.length })
  }

  /** The element that the next node stands in. */
  private parent(): string | undefined {
    return this.frames.findLast((frame) => frame.tag !== '')?.tag
  }

  private wrapping(type: string): { open: string; close: string } {
    return wrappingFor(type, this.parent())
  }

  /** Ends an element, or takes it back where nothing stands in it; a table's cells stay. */
  private close(frame: Frame): void {
    const isEmpty = frame.written === this.out.length
    if (!isEmpty || frame.tag === 'td' || frame.tag === 'th') this.out.push(frame.close)
    else if (frame.tag !== '') this.out.pop()
  }

  private endSpan(): void {
    if (this.openSpan) this.out.push('</a>')
    this.openSpan = undefined
  }

  /** Ends the paragraph, heading or link in which a block begins. */
  private endPhrasing(): void {
    for (let index = this.frames.length - 1; index >= 0; index--) {
      const frame = this.frames[index]
      if (!frame?.phrasing) return
      if (frame.tag !== '') this.close(frame)
      frame.tag = ''
      frame.close = ''
    }
  }

  private linkOf(node: BodyNode): string | undefined {
    const fields = isRecord(node.fields) ? node.fields : {}
    const newTab = fields.newTab === true
    const target = fields.linkType === 'internal' ? this.documentUrl(fields.doc) : (fields.url ?? node.url)
    return linkTag(target, { baseUrl: this.options.baseUrl, newTab })
  }

  private documentUrl(doc: unknown): string | undefined {
    if (!isRecord(doc) || typeof doc.relationTo !== 'string') return undefined
    return this.options.resolveLink?.({ relationTo: doc.relationTo, value: doc.value })
  }

  private figure(node: BodyNode): string {
    if (typeof node.relationTo !== 'string') return ''
    const { relationTo, value, fields } = node
    const image = this.options.resolveUpload?.({ relationTo, value, fields })
    const src = safeUrl(image?.src, this.options.baseUrl)
    if (!image || !src?.startsWith('http')) return ''
    const { alt, width, height, caption } = image
    const words = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''
    return `<figure>${openTag('img', { src, alt, width, height })}${words}</figure>`
  }
}

function formatted(text: string, format: unknown): string {
  const bits = typeof format === 'number' ? format : 0
  let html = escapeHtml(text)
  for (let index = FORMAT_TAGS.length - 1; index >= 0; index--) {
    const [bit, tag] = FORMAT_TAGS[index] ?? [0, '']
    if (bits & bit) html = `<${tag}>${html}</${tag}>`
  }
  return html
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
