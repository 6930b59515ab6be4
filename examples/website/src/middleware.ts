import { defineMiddleware } from 'astro:middleware'
import { isLocale } from './words'

/** The first part of an address is a language of the site, or there is no such page. */
export const onRequest = defineMiddleware(({ params }, next) =>
  'locale' in params && !isLocale(params.locale) ? new Response(null, { status: 404 }) : next(),
)
