import type { StoredMention } from '../../linkArticle'

/** The mentions of one entry that stand within a phrase, wherever the text has it. */
export function placesOfPhrase(
  mentions: readonly StoredMention[],
  { kind, target }: Pick<StoredMention, 'kind' | 'target'>,
  text: string,
  phrase: string,
  locale: string,
): StoredMention[] {
  const wanted = phrase.toLocaleLowerCase(locale)
  return mentions.filter((mention) => {
    if (mention.kind !== kind || mention.target !== target) return false
    const from = Math.max(0, mention.start - wanted.length)
    const around = text
      .slice(from, mention.end + wanted.length)
      .replace(/\s/g, ' ')
      .toLocaleLowerCase(locale)
    for (let at = around.indexOf(wanted); at >= 0; at = around.indexOf(wanted, at + 1))
      if (from + at <= mention.start && from + at + wanted.length >= mention.end) return true
    return false
  })
}
