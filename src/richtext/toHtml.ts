import { HtmlWriter } from './htmlWriter'
import type { LinkSpan } from './linkSpans'
import { OPENING_ANCHOR, readText, type Section } from './toText'
import { walkBody } from './walkBody'

export interface ToHtmlOptions {
  /** What relative links and image addresses are resolved against; without it they are left out. */
  baseUrl?: string
  /** The address of a document that the text links to; undefined leaves the words without a link. */
  resolveLink?: (link: { relationTo: string; value: unknown }) => string | undefined
  /** The image of an upload in the text; undefined leaves it out. */
  resolveUpload?: (upload: { relationTo: string; value: unknown; fields: unknown }) => Figure | undefined
  /** Words to link, by offsets in the text of `toText`. */
  spans?: readonly LinkSpan[]
}

export interface Figure {
  src: string
  alt: string
  width?: number
  height?: number
  caption?: string
}

export interface HtmlSection extends Pick<Section, 'anchor' | 'heading' | 'level'> {
  /** What stands below the heading, without the heading itself. */
  html: string
  /** The same as plain text. */
  text: string
}

/**
 * A body as HTML made of a fixed list of tags, everything escaped, links http, https, mailto, tel or within the page.
 * Headings of sections carry the sections' anchors as ids. An unknown node gives its children; what is no body gives ''.
 */
export function toHtml(body: unknown, options: ToHtmlOptions = {}): string {
  return write(body, options).writer.html()
}

/**
 * A body section by section, in order. The opening section (level 0, no heading) is there if anything stands before the first
 * heading. `<hN id=anchor>heading</hN>` before each `html` gives {@link toHtml} again, but for links in headings.
 */
export function toSections(body: unknown, options: ToHtmlOptions = {}): HtmlSection[] {
  const { read, writer } = write(body, options)
  const { opening, bySection } = writer.sectionHtml()
  const sections = read.sections.map((section): HtmlSection => {
    const { anchor, heading, level, start, end } = section
    const html = level === 0 ? opening : (bySection.get(section) ?? '')
    const contentStart = level === 0 ? start : Math.min((read.headingEnds.get(section) ?? start) + 1, end)
    return { anchor, heading, level, html, text: read.text.slice(contentStart, end) }
  })
  const hasOpening = sections[0]?.level === 0
  if (hasOpening || opening === '') return sections
  return [{ anchor: OPENING_ANCHOR, heading: '', level: 0, html: opening, text: '' }, ...sections]
}

function write(body: unknown, options: ToHtmlOptions) {
  const read = readText(body)
  const writer = new HtmlWriter(read, options)
  walkBody(body, writer)
  return { read, writer }
}
