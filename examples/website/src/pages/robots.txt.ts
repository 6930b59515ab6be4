import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ locals: { settings } }) =>
  new Response(`User-agent: *\nDisallow: /preview\nSitemap: ${settings.siteUrl}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
