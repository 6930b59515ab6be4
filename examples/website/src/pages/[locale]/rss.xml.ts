import type { APIRoute } from 'astro'
import { pathOf } from '../../openPage'
import { operations } from '../../operations/operations'
import { escapeHtml } from '../../text/escapeHtml'
import { isLocale, words } from '../../words'

/** The newest articles, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { ask, settings } }) => {
  const locale = isLocale(params.locale) ? params.locale : 'en'
  const { Articles } = await ask(operations.articles, { locale, page: 1 })
  const items = (Articles?.docs ?? []).slice(0, 30).map(({ slug, title, summary, updatedAt }) => {
    const url = settings.siteUrl + pathOf(locale, 'articles', slug)
    const date = updatedAt ? `<pubDate>${new Date(updatedAt).toUTCString()}</pubDate>` : ''
    return `<item><title>${escapeHtml(title ?? '')}</title><link>${url}</link><guid>${url}</guid>${date}<description>${escapeHtml(summary ?? '')}</description></item>`
  })
  const { site, tagline } = words[locale]
  const head = `<title>${site}</title><link>${settings.siteUrl}/${locale}/</link><description>${tagline}</description><language>${locale}</language>`
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${head}${items.join('')}</channel></rss>\n`,
    { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } },
  )
}
