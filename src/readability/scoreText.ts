import { flesch } from 'flesch'
import { fleschKincaid } from 'flesch-kincaid'
import { gunningFog } from 'gunning-fog'
import { smogFormula } from 'smog-formula'
import type { TextCounts } from './countText'
import type { ReadingLanguage } from './language'

/**
 * Each score by its own name: they were fitted to different readers and texts, so that no two mean the same and no mean of them
 * means anything. Null where the text has no words, and for the formulas of another language.
 */
export interface Scores {
  /**
   * English, from about 0 (hard) to 100 (easy). R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948),
   * 221–233.
   */
  fleschReadingEase: number | null
  /**
   * English, a school grade of the United States. J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, Derivation of new
   * readability formulas for Navy enlisted personnel, Research Branch Report 8-75, Naval Air Station Memphis (1975).
   */
  fleschKincaidGrade: number | null
  /**
   * English, the school grade that is needed to understand all of it. G. H. McLaughlin, SMOG grading: a new readability formula,
   * Journal of Reading 12 (1969), 639–646. Defined for 30 sentences; a shorter text is taken as a part of such a one, roughly.
   */
  smog: number | null
  /** English, years of schooling. R. Gunning, The technique of clear writing, McGraw-Hill (1952). */
  gunningFog: number | null
  /**
   * Spanish, from about 0 (hard) to 100 (easy). J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959), 29–32;
   * with the words in a sentence where the paper was misread to have sentences in a hundred words (G. Law, Error in the Fernandez
   * Huerta readability formula, 2011).
   */
  fernandezHuerta: number | null
  /**
   * Spanish, the perspicuity of F. Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad,
   * Universidad Complutense de Madrid (1993), on the INFLESZ scale: I. M. Barrio-Cantalejo et al., Validación de la Escala INFLESZ para
   * evaluar la legibilidad de los textos dirigidos a pacientes, Anales del Sistema Sanitario de Navarra 31 (2008), 135–152.
   */
  inflesz: number | null
}

export type ScoreName = keyof Scores

/** McLaughlin's formula is made for so many sentences. */
export const smogSentences = 30

/** The scores in full; whoever stores or shows them rounds. */
export function scoreText(counts: TextCounts, language: ReadingLanguage): Scores {
  const none: Scores = {
    fleschReadingEase: null,
    fleschKincaidGrade: null,
    smog: null,
    gunningFog: null,
    fernandezHuerta: null,
    inflesz: null,
  }
  const { sentences: sentence, words: word, syllables: syllable } = counts
  if (sentence === 0 || word === 0) return none
  if (language === 'es') {
    const perWord = syllable / word
    const perSentence = word / sentence
    return {
      ...none,
      fernandezHuerta: 206.84 - 60 * perWord - 1.02 * perSentence,
      inflesz: 206.835 - 62.3 * perWord - perSentence,
    }
  }
  return {
    ...none,
    fleschReadingEase: flesch({ sentence, word, syllable }),
    fleschKincaidGrade: fleschKincaid({ sentence, word, syllable }),
    smog: smogFormula({ sentence, polysillabicWord: counts.polysyllables }),
    gunningFog: gunningFog({ sentence, word, complexPolysillabicWord: counts.complexWords }),
  }
}
