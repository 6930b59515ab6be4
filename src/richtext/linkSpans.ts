import { openTag } from './escapeHtml'
import { safeUrl } from './safeUrl'
import type { BodyText } from './toText'

/** Words that become a link, by their offsets in the text that `toText` makes of the same body. */
export interface LinkSpan {
  start: number
  end: number
  href: string
  title?: string
  /** `class`, `lang`, `hreflang`, `rel`, `data-…` or `aria-…`; others are left out. */
  attributes?: Record<string, string>
}

/** A span that can be shown, with the tag that opens it. */
export interface ReadySpan {
  start: number
  end: number
  tag: string
}

const ATTRIBUTE = /^(?:class|lang|hreflang|rel|(?:data|aria)-[a-z0-9-]+)$/

/**
 * The spans that can be links, in order. Left out are those that touch a link of the text's own, those that overlap an
 * earlier one (of two that begin together the longer one stays), those outside the text or that cut a character in two, and
 * those with an unsafe target.
 */
export function readySpans(spans: readonly LinkSpan[], { text, pieces }: BodyText, baseUrl?: string): ReadySpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const linked = pieces.filter((piece) => piece.linked)
  const ready: ReadySpan[] = []
  let last = 0
  let at = 0
  for (const { start, end, href, title, attributes } of sorted) {
    if (!(isWhole(text, start) && isWhole(text, end) && last <= start && start < end)) continue
    while ((linked[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    if ((linked[at]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    const extra = Object.entries(attributes ?? {}).filter(([name]) => ATTRIBUTE.test(name))
    const tag = linkTag(href, { baseUrl, attributes: { title, ...Object.fromEntries(extra) } })
    if (!tag) continue
    ready.push({ start, end, tag })
    last = end
  }
  return ready
}

/** Whether an offset lies in the text, and not within a surrogate pair. */
function isWhole(text: string, offset: number): boolean {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > text.length) return false
  return (text.codePointAt(offset - 1) ?? 0) <= 0xffff || offset === 0
}

/**
 * The tag that opens a link, or undefined where the target is unsafe. A page on another site learns neither who sent
 * the reader nor, from a new tab, gets hold of this page.
 */
export function linkTag(
  target: unknown,
  options: { baseUrl?: string | undefined; newTab?: boolean; attributes?: Record<string, string | undefined> },
): string | undefined {
  const { baseUrl, newTab = false, attributes } = options
  if (typeof target === 'string' && /^#[^\s]/.test(target)) return openTag('a', { href: target, ...attributes })
  const href = safeUrl(target, baseUrl)
  if (!href) return undefined
  const isOurs = !href.startsWith('http') || (baseUrl !== undefined && new URL(href).origin === originOf(baseUrl))
  const rel = isOurs ? (newTab ? 'noopener' : undefined) : 'noopener noreferrer'
  return openTag('a', { href, target: newTab ? '_blank' : undefined, rel, ...attributes })
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}
