import type { FoundJargon } from '../../plainLanguage/findJargon'

/** One word of the list with every place where it stands in the same form, in the order of the first. */
export interface JargonGroup {
  term: string
  plainer: string
  /** As it stands in the text, at the first place. */
  text: string
  inflected: boolean
  places: FoundJargon[]
}

export function groupJargon(found: readonly FoundJargon[]): JargonGroup[] {
  const groups = new Map<string, JargonGroup>()
  for (const place of found) {
    const { term, plainer, text, inflected } = place
    const key = text.toLowerCase()
    const known = groups.get(key)
    if (known) known.places.push(place)
    else groups.set(key, { term, plainer, text, inflected, places: [place] })
  }
  return [...groups.values()]
}
