import { linksTarget, type StoredMention } from '../../editorial/linkArticle'
import type { LinkSpan } from '../../richtext/linkSpans'
import { OPENING_ANCHOR, type ReadText, type Section } from '../../richtext/toText'

/** A mention as readers get it. */
export interface ShownMention {
  text: string
  /** The heading of its section; empty before the first. */
  section: string
  anchor: string
  negated: boolean
  /** Offsets in the article's text, in UTF-16 code units. */
  start: number
  end: number
}

/** A mention that may be shown, with its target. */
export interface PlacedMention extends ShownMention {
  target: string
}

export type LinkMentions = 'first' | 'all' | 'none'

/**
 * The mentions that readers see: those that link, of documents that they may see. Nothing of a suggestion, of a dismissed or a
 * negated mention gets past here, nor a mention whose words are not in this text (it was saved anew in between).
 */
export function shownMentions(
  stored: readonly StoredMention[],
  { text, sections }: Pick<ReadText, 'text' | 'sections'>,
  visible: ReadonlySet<string>,
): PlacedMention[] {
  const shown: PlacedMention[] = []
  for (const mention of stored) {
    const { start, end, target } = mention
    if (!linksTarget(mention) || mention.negated || !visible.has(target)) continue
    if (text.slice(start, end) !== mention.text) continue
    const section = sections.find((each) => start >= each.start && start < each.end)
    shown.push({
      target,
      text: mention.text,
      section: section?.heading ?? '',
      anchor: section?.anchor ?? OPENING_ANCHOR,
      negated: mention.negated,
      start,
      end,
    })
  }
  return shown
}

/**
 * The words that become links: each mention, or of each section the first one of each target. Headings stay as they are, and
 * so does what the writer linked himself: the next mention is the first then.
 */
export function mentionSpans(
  mentions: readonly PlacedMention[],
  mode: LinkMentions,
  read: ReadText,
  hrefOf: (target: string) => { href: string; name: string } | undefined,
): LinkSpan[] {
  if (mode === 'none') return []
  const linked = read.pieces.filter((piece) => piece.linked)
  const headings = [...read.headingEnds].map(([section, end]): [Section, number] => [section, end])
  const seen = new Set<string>()
  const spans: LinkSpan[] = []
  for (const { target, anchor, start, end } of mentions) {
    const place = `${anchor} ${target}`
    if (mode === 'first' && seen.has(place)) continue
    if (headings.some(([section, headingEnd]) => start >= section.start && start < headingEnd)) continue
    if (linked.some((piece) => piece.start < end && start < piece.end)) continue
    const link = hrefOf(target)
    if (!link) continue
    seen.add(place)
    spans.push({ start, end, href: link.href, title: link.name })
  }
  return spans
}
