import type { Request } from 'express'
import { safeUrl } from '../richtext/safeUrl'

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

/** A client writes its own Host header; what is no name and port is not repeated. */
function hostOf(req: Request): string {
  const host = req.headers.host ?? ''
  return /^[A-Za-z0-9.-]{1,253}(:\d{1,5})?$|^\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?$/.test(host) ? host : 'localhost'
}
