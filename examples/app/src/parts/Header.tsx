import { copy } from '../copy/copy'
import { collections, pathTo, type Route, readRoute } from '../route'
import { type Locale, locales, type Words } from '../words'

export function Header({ route, words }: { route: Route; words: Words }) {
  const other = locales.find((locale) => locale !== route.locale) ?? route.locale
  const change = (event: Event) => {
    event.preventDefault()
    // What stands in the search by now is in the address alone.
    void pathIn(other, readRoute(location.hash) ?? route).then((path) => {
      location.hash = path
    })
  }
  return (
    <header>
      <a class="name" href={pathTo(route.locale)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 6.5C9.7 4.6 6.4 4.1 3 4.7v13.1c3.4-.6 6.7-.1 9 1.8 2.3-1.9 5.6-2.4 9-1.8V4.7c-3.4-.6-6.7-.1-9 1.8Zm0 0v13" />
        </svg>
        {words.app}
      </a>
      <a class="language" href={pathTo(other)} lang={other} hreflang={other} onClick={change}>
        {words.other}
      </a>
      <a
        class="device"
        href={pathTo(route.locale, 'device')}
        aria-current={route.page === 'device' ? 'page' : undefined}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M7 2.5h10v19H7zM11 18.5h2M12 6v6m-2.5-2.4L12 12l2.5-2.4" />
        </svg>
        <span class="only-read">{words.device}</span>
      </a>
    </header>
  )
}

/** The same page in another language: documents have another slug there, and the same id. */
async function pathIn(other: Locale, { locale, page, slug, query }: Route): Promise<string> {
  const type = collections.find((each) => each === page)
  const here = type && slug ? await copy.find(locale, type, slug) : undefined
  const there = type && here ? await copy.get(other, type, here.id) : undefined
  if (slug && !there) return pathTo(other)
  return pathTo(other, page, there?.slug) + (query ? `?${new URLSearchParams({ q: query })}` : '')
}
