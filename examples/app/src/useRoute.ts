import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { pathTo, type Route, readRoute } from './route'

/** Where each page was scrolled to, for when one comes back to it. */
const places = new Map<string, number>()

/** The page that the address names. A link opens a page at its top; back and forward open it where it was left. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    let shown = location.hash
    let isByLink = false
    const noteLink = ({ target }: Event) => {
      isByLink = target instanceof Element && target.closest('a[href]') !== null
    }
    const follow = () => {
      places.set(shown, scrollY)
      shown = location.hash
      if (isByLink) places.delete(shown)
      isByLink = false
      setHash(shown)
    }
    addEventListener('click', noteLink, true)
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('click', noteLink, true)
      removeEventListener('hashchange', follow)
    }
  }, [])
  useLayoutEffect(() => scrollTo(0, places.get(hash) ?? 0), [hash])

  const route = readRoute(hash)
  const isNone = route === undefined
  const locale = navigator.language.startsWith('es') ? 'es' : 'en'
  useEffect(() => {
    if (isNone) history.replaceState(null, '', pathTo(locale))
  }, [isNone, locale])
  return route ?? { locale, page: '', query: '' }
}
