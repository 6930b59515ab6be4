import type { Request } from 'express'
import { safeUrl } from '../richtext/safeUrl'
import { BadParameter } from './parameters'

export type Locale = 'en' | 'es'
export const locales = ['en', 'es'] as const
export const defaultLocale: Locale = 'en'

export interface DeliverySettings {
  /** The public address, without a trailing slash; undefined where the operator gave none. */
  serverUrl?: string | undefined
}

/** Makes the addresses that an answer holds; all of them absolute, since apps keep answers. */
export interface Addresses {
  base: string
  document: (collection: string, slug: string, locale: Locale) => string
  file: (url: string | null | undefined) => string | undefined
}

/** Under the public address where there is one, else under the name that was asked. */
export function addressesFor(req: Request, { serverUrl }: DeliverySettings): Addresses {
  return addressesUnder(serverUrl ?? `${req.protocol}://${hostOf(req)}`)
}

export const addressesUnder = (base: string): Addresses => ({
  base,
  document: (collection, slug, locale) =>
    `${base}/v1/${collection}/${encodeURIComponent(slug)}${locale === defaultLocale ? '' : `?locale=${locale}`}`,
  file: (url) => (url ? safeUrl(url, base) : undefined),
})

/**
 * The addresses of a website's own pages in place of ours, by its template, such as `https://example.org/{locale}/{collection}/{slug}`.
 *
 * @throws BadParameter where the template is none
 */
export function addressesBy(template: string | null | undefined, own: Addresses, name = 'addresses'): Addresses {
  if (template === null || template === undefined) return own
  const complaint = 'must begin with https:// or http:// and hold {collection} and {slug}, and may hold {locale}'
  if (template.length > 200 || !template.includes('{collection}') || !template.includes('{slug}'))
    throw new BadParameter(name, complaint)
  const document: Addresses['document'] = (collection, slug, locale) => {
    const values: Record<string, string> = { collection, slug: encodeURIComponent(slug), locale }
    return template.replace(/\{(collection|slug|locale)\}/g, (_, place: string) => values[place] ?? '')
  }
  const example = safeUrl(document('articles', 'example', defaultLocale))
  if (!example || !/^https?:/.test(example)) throw new BadParameter(name, complaint)
  return { ...own, document }
}

/** A client writes its own Host header; what is no name and port is not repeated. */
function hostOf(req: Request): string {
  const host = req.headers.host ?? ''
  return /^[A-Za-z0-9.-]{1,253}(:\d{1,5})?$|^\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?$/.test(host) ? host : 'localhost'
}
