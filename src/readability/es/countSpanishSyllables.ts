/** An h is not heard, so vowels on both sides of it are together: prohi-bir. In hua, hue and hui it begins a syllable: ma-ri-hua-na. */
const silent = /(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])(?!u[aeiáéí])/g
/** The u is not heard in que, qui, gue and gui. */
const silentU = /(?<=[qg])u(?=[eiéí])/g
/** A y that no vowel follows is one itself: rey, y. */
const vowelY = /y(?![aeiouáéíóúü])/g

/**
 * The syllables of a Spanish word, by its spelling: Real Academia Española, Ortografía de la lengua española (2010), I.3.4.
 * Open vowels and accented í or ú beside them each make a syllable; other i and u join what they stand beside. Spelling says it all, so
 * that this needs no list of words.
 */
export function countSpanishSyllables(word: string): number {
  const heard = word
    .normalize('NFC')
    .toLowerCase()
    .replace(silentU, '')
    .replace(vowelY, 'i')
    .replace(silent, '')
    .replace(/[àâäã]/g, 'a')
    .replace(/[èêë]/g, 'e')
    .replace(/[ìîï]/g, 'í')
    .replace(/[òôöõ]/g, 'o')
    .replace(/ù|û/g, 'ú')
  let syllables = 0
  for (const [vowels] of heard.matchAll(/[aeiouáéíóúü]+/g)) syllables += nuclei(vowels)
  return Math.max(1, syllables)
}

/** How many syllables a run of vowels has. */
function nuclei(vowels: string): number {
  const heads = vowels.match(/[aeoáéíóú]/g)?.length ?? 0
  // Two of the same closed vowel are two syllables: chi-i-ta.
  const twins = vowels.match(/ii|uu/g)?.length ?? 0
  // Closed vowels among themselves are one syllable, accented or not: cui-da, cuí-de-se.
  const closed = /^[iuüíú]+$/.test(vowels)
  return (closed ? 1 : heads) + twins
}
