import { capitalized } from '../capitalized'
import { folded } from '../copy/searchCopy'
import { type Collection, pathTo } from '../route'
import type { Locale } from '../words'

interface Entry {
  id: string
  slug: string
  name: string
  synonyms: readonly string[]
}

/** Entries by their first letter; accents make no other letter. They come in the order of the alphabet. */
export function Letters({ locale, type, entries }: { locale: Locale; type: Collection; entries: readonly Entry[] }) {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const letter = folded(entry.name).charAt(0).toLocaleUpperCase(locale)
    groups.set(letter, [...(groups.get(letter) ?? []), entry])
  }
  return (
    <>
      {[...groups].map(([letter, found]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`} class="letter">
            {letter}
          </h2>
          <ul class="rows">
            {found.map(({ id, slug, name, synonyms }) => (
              <li key={id}>
                <a href={pathTo(locale, type, slug)}>
                  <strong>{capitalized(name)}</strong>
                  {synonyms.length > 0 && <span class="summary">{synonyms.join(', ')}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
