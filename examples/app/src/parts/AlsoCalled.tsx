import type { Words } from '../words'

export const AlsoCalled = ({
  words,
  synonyms,
  lang,
}: {
  words: Words
  synonyms: readonly string[]
  lang?: string | undefined
}) =>
  synonyms.length > 0 ? (
    <p class="facts">
      {words.alsoCalled}: <span lang={lang}>{synonyms.join(', ')}</span>
    </p>
  ) : null
