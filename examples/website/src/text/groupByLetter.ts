import type { Locale } from '../words'

/** In the order of the alphabet, by first letter; accents do not make another letter. */
export function groupByLetter<Entry extends { name: string }>(
  entries: readonly Entry[],
  locale: Locale,
): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>()
  for (const entry of [...entries].sort((a, b) => a.name.localeCompare(b.name, locale))) {
    const letter = entry.name.normalize('NFD').charAt(0).toLocaleUpperCase(locale)
    groups.set(letter, [...(groups.get(letter) ?? []), entry])
  }
  return [...groups]
}
