import type { APIRoute } from 'astro'
import { type Collection, languagePaths } from '../openPage'
import { operations } from '../operations/operations'
import { locales } from '../words'

type Paths = ReturnType<typeof languagePaths>
type List = { hasNextPage: boolean; docs: { updatedAt?: string | null; locales: { locale: string; slug: string }[] }[] }

const fixed: Paths[] = ['', 'symptoms', 'remedies', 'articles', 'clinics'].map((path) =>
  Object.fromEntries(locales.map((locale) => [locale, `/${locale}/${path}`])),
)

/** Every page in every language that it is published in, each with its other languages. */
export const GET: APIRoute = async ({ locals: { ask, settings } }) => {
  const entries: { paths: Paths; updatedAt?: string | null | undefined }[] = fixed.map((paths) => ({ paths }))
  for (let page = 1, more = true; more; page++) {
    const { Articles, Symptoms, Remedies, Clinics } = await ask(operations.addresses, { page })
    const lists: [Collection, List | null | undefined][] = [
      ['articles', Articles],
      ['symptoms', Symptoms],
      ['remedies', Remedies],
      ['clinics', Clinics],
    ]
    for (const [collection, list] of lists)
      for (const { updatedAt, locales } of list?.docs ?? [])
        entries.push({ paths: languagePaths(collection, locales), updatedAt })
    more = lists.some(([, list]) => list?.hasNextPage)
  }
  const urls = entries.flatMap(({ paths, updatedAt }) => {
    const all = Object.entries(paths)
    const links = all.map(
      ([locale, path]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${settings.siteUrl}${path}"/>`,
    )
    const changed = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''
    return all.map(([, path]) => `<url><loc>${settings.siteUrl}${path}</loc>${changed}${links.join('')}</url>`)
  })
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  )
}
