import { escapeHtml } from './escapeHtml'

/** The short definition of what is at a path of this site. */
export type Definitions = ReadonlyMap<string, string>

/**
 * Links of a text to this site's own pages, each with its definition beside it: hidden until the link is hovered or has the focus, and
 * read out with the link. Saphena writes the links; how they are explained is the site's.
 *
 * @param prefix makes ids of one page differ
 */
export function linkTerms(html: string, siteUrl: string, definitions: Definitions, prefix: string): string {
  let count = 0
  return html.replace(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (whole, href: string, words: string) => {
    if (!href.startsWith(`${siteUrl}/`)) return whole
    const path = href.slice(siteUrl.length)
    const definition = definitions.get(path)
    if (!definition) return `<a href="${path}">${words}</a>`
    const id = `${prefix}-${++count}`
    return (
      `<span class="term"><a href="${path}" aria-describedby="${id}">${words}</a>` +
      `<span class="hint" role="tooltip" id="${id}">${escapeHtml(definition)}</span></span>`
    )
  })
}
