import type { StoredMention } from '../../linkArticle'

/** The mentions of one entry that stand within a phrase, wherever the text has it. */
export function placesOfPhrase(
  mentions: readonly StoredMention[],
  { kind, target }: Pick<StoredMention, 'kind' | 'target'>,
  text: string,
  phrase: string,
  locale: string,
): StoredMention[] {
  const fold = (words: string) => words.replace(/\s/g, ' ').toLocaleLowerCase(locale)
  const wanted = fold(phrase)
  return mentions.filter((mention) => {
    if (mention.kind !== kind || mention.target !== target) return false
    // a letter more on each side tells whether the phrase ends where a word does
    const from = Math.max(0, mention.start - wanted.length - 1)
    const around = fold(text.slice(from, mention.end + wanted.length + 1))
    for (let at = around.indexOf(wanted); at >= 0; at = around.indexOf(wanted, at + 1)) {
      const whole = !isLetter.test(around.charAt(at - 1)) && !isLetter.test(around.charAt(at + wanted.length))
      if (whole && from + at <= mention.start && from + at + wanted.length >= mention.end) return true
    }
    return false
  })
}

const isLetter = /[\p{L}\p{N}\p{M}]/u
