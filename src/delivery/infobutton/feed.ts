/** An Atom feed (RFC 4287) as HL7's Infobutton services answer it, before it is written as XML or JSON. */
export interface Feed {
  base: string
  lang: string
  id: string
  title: string
  subtitle: string
  author: { name: string; uri: string }
  updated: string
  categories: { scheme: string; term: string }[]
  entries: FeedEntry[]
}

export interface FeedEntry {
  id: string
  /** The language of the words, which may be another than the feed's where they fell back. */
  lang: string
  title: string
  href: string
  /** Plain words. */
  summary: string
  updated: string
}

/** XML 1.0 has no way to write them (its §2.2). */
const unwritable = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words for XML, between tags or in a quoted attribute. A line end in an attribute would become a space. */
export const escapeXml = (text: string): string =>
  text
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Summaries are `type="html"`: plain words are escaped once as HTML, and once more as XML. */
const asHtml = (text: string): string => escapeXml(text)

export function toXml(feed: Feed): string {
  const x = escapeXml
  const entries = feed.entries.map(
    (entry) => `
  <entry xml:lang="${x(entry.lang)}">
    <title type="text">${x(entry.title)}</title>
    <link rel="alternate" title="${x(entry.title)}" href="${x(entry.href)}"/>
    <id>${x(entry.id)}</id>
    <summary type="html">${x(asHtml(entry.summary))}</summary>
    <updated>${x(entry.updated)}</updated>
  </entry>`,
  )
  const categories = feed.categories.map(
    ({ scheme, term }) => `
  <category scheme="${x(scheme)}" term="${x(term)}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${x(feed.base)}" xml:lang="${x(feed.lang)}">
  <title type="text">${x(feed.title)}</title>
  <subtitle type="text">${x(feed.subtitle)}</subtitle>
  <author>
    <name>${x(feed.author.name)}</name>
    <uri>${x(feed.author.uri)}</uri>
  </author>
  <updated>${x(feed.updated)}</updated>
  <id>${x(feed.id)}</id>${categories.join('')}${entries.join('')}
</feed>
`
}

/** The same as MedlinePlus Connect writes it in JSON: an element's words are its `_value`, its attributes stand beside. */
export function toAtomJson(feed: Feed): object {
  const value = (words: string) => ({ _value: words })
  return {
    feed: {
      base: feed.base,
      lang: feed.lang,
      xsi: 'http://www.w3.org/2001/XMLSchema-instance',
      title: { type: 'text', ...value(feed.title) },
      subtitle: { type: 'text', ...value(feed.subtitle) },
      author: { name: value(feed.author.name), uri: value(feed.author.uri) },
      updated: value(feed.updated),
      category: feed.categories,
      id: value(feed.id),
      entry: feed.entries.map((entry) => ({
        lang: entry.lang,
        title: { type: 'text', ...value(entry.title) },
        link: [{ title: entry.title, rel: 'alternate', href: entry.href }],
        id: value(entry.id),
        summary: { type: 'html', ...value(asHtml(entry.summary)) },
        updated: value(entry.updated),
      })),
    },
  }
}
