import { isLocale, type Locale } from './words'

export const collections = ['articles', 'symptoms', 'remedies', 'clinics'] as const
export type Collection = (typeof collections)[number]
const pages = ['', ...collections, 'search', 'notices', 'device'] as const
export type PageName = (typeof pages)[number]

/** A page of the app. It stands behind the # of the address: so any server of files can serve the app, and nothing else sees what one reads. */
export interface Route {
  locale: Locale
  page: PageName
  slug?: string
  query: string
}

/** How Saphena writes links to this app's pages. */
export const linkAddresses = `${location.origin}${location.pathname}#/{locale}/{collection}/{slug}`

export function pathTo(locale: Locale, page: PageName = '', slug?: string): string {
  return `#/${[locale, ...(page ? [page] : []), ...(slug ? [encodeURIComponent(slug)] : [])].join('/')}`
}

/** What an address shows; undefined where it is no page of this app. */
export function readRoute(hash: string): Route | undefined {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [locale, page = '', slug, ...more] = path.split('/').map(decoded)
  if (!isLocale(locale) || !pages.some((each) => each === page) || more.length > 0) return undefined
  const isDocument = collections.some((each) => each === page)
  if (slug && !isDocument) return undefined
  return { locale, page: page as PageName, ...(slug ? { slug } : {}), query: new URLSearchParams(query).get('q') ?? '' }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
