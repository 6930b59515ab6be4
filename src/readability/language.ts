import { countEnglishSyllables } from './en/countEnglishSyllables'
import { countSpanishSyllables } from './es/countSpanishSyllables'

/** A language that there are formulas for. */
export type ReadingLanguage = 'en' | 'es'

interface Reading {
  countSyllables: (word: string) => number
  /** Abbreviations before which a sentence goes on, whatever follows: Dr. Lee. In lower case, without the last full stop. */
  within: ReadonlySet<string>
  /** Abbreviations that may also end a sentence: it goes on where a small letter or a figure follows. */
  perhapsWithin: ReadonlySet<string>
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

export const readings: Readonly<Record<ReadingLanguage, Reading>> = {
  en: {
    countSyllables: countEnglishSyllables,
    within: words('dr drs mr mrs ms prof rev st e.g eg i.e ie vs cf approx incl'),
    perhapsWithin: words(
      'etc al fig figs vol no nos dept mg mcg g kg ml l dl cm mm oz lb lbs ft in min mins hr hrs sec a.m p.m u.s u.k m.d ph.d r.n',
    ),
  },
  es: {
    countSyllables: countSpanishSyllables,
    within: words(
      'dr dra dres dras sr sra sres sras srta dña prof profa lic ej p vs cf aprox núm núms nº pág págs st sta sto',
    ),
    perhapsWithin: words('etc fig figs vol mg mcg g kg ml l dl cm mm min seg h hs ud uds vd vds a.m p.m uu ee.uu'),
  },
}

/** The language of a locale (BCP 47), where there are formulas for it. */
export function readingLanguageOf(locale: string): ReadingLanguage | undefined {
  const [language = ''] = locale.toLowerCase().split('-')
  return Object.hasOwn(readings, language) ? (language as ReadingLanguage) : undefined
}
