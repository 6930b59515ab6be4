import type { Words } from '../words'

/** A language that changes in silence may mislead: readers are told. */
export const FellBack = ({ words, fellBack }: { words: Words; fellBack: readonly string[] }) =>
  fellBack.length > 0 ? (
    <p class="note" role="note">
      {words.fellBack}
    </p>
  ) : null
