import { pathTo } from '../route'
import type { Locale, Words } from '../words'

/** Leads to the search, which looks while one types. */
export function SearchForm({ locale, words }: { locale: Locale; words: Words }) {
  const open = (event: SubmitEvent) => {
    event.preventDefault()
    const q = String(new FormData(event.currentTarget as HTMLFormElement).get('q') ?? '').trim()
    location.hash = pathTo(locale, 'search') + (q ? `?${new URLSearchParams({ q })}` : '')
  }
  return (
    <form class="search" onSubmit={open}>
      <label for="q">{words.searchFor}</label>
      <input id="q" name="q" type="search" maxLength={200} placeholder={words.searchHint} autocomplete="off" />
      <button type="submit">{words.search}</button>
    </form>
  )
}
