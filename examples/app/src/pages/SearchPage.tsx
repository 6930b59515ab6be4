import { useEffect, useState } from 'preact/hooks'
import { capitalized } from '../capitalized'
import { openSearch, type Result } from '../copy/searchCopy'
import { Title } from '../parts/Title'
import { pathTo } from '../route'
import type { PageProps } from './PageProps'

/** Searches what is on this device while one types; nothing of it goes anywhere. */
export function SearchPage({ route: { locale, query: asked }, words, copy: { catalog } }: PageProps) {
  const [query, setQuery] = useState(asked)
  const [search, setSearch] = useState<{ find: (query: string) => Result[] }>()
  useEffect(() => {
    if (!catalog) return
    let isLate = false
    void openSearch(catalog).then((find) => {
      if (!isLate) setSearch({ find })
    })
    return () => {
      isLate = true
    }
  }, [catalog])
  const asks = /[\p{L}\p{N}]/u.test(query)
  const results = asks && search ? search.find(query) : undefined
  const type = (text: string) => {
    setQuery(text)
    // So that it is there again when one comes back from a result.
    history.replaceState(null, '', pathTo(locale, 'search') + (text ? `?${new URLSearchParams({ q: text })}` : ''))
  }
  return (
    <>
      <Title text={words.search} words={words} />
      <form class="search" onSubmit={(event) => event.preventDefault()}>
        <label for="q">{words.searchFor}</label>
        <input
          id="q"
          type="search"
          value={query}
          maxLength={200}
          placeholder={words.searchHint}
          autocomplete="off"
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      </form>
      <p role="status">{results && (results.length > 0 ? words.found(results.length) : words.nothing)}</p>
      <ol class="rows results">
        {results?.map(({ type, slug, title, snippet }) => (
          <li key={`${type}/${slug}`}>
            <a href={pathTo(locale, type, slug)}>
              <span class="facts">{words.kinds[type]}</span>
              <strong>{capitalized(title)}</strong>
              <span class="summary">{snippet.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
