'use client'

import { useMemo } from 'react'
import { rangeOf } from '../../../readability/compareWithTarget'
import { gradeProse } from '../../../readability/gradeText'
import { findHardestSentences, findLongestWords } from '../../../readability/hardPlaces'
import { readingLanguageOf } from '../../../readability/language'
import { readProse } from '../../../readability/readProse'
import { findJargon } from '../../plainLanguage/findJargon'
import { HardestSentences } from './HardestSentences'
import { JargonList } from './JargonList'
import { LongestWords } from './LongestWords'
import { ScoreList } from './ScoreList'
import { useJargon } from './useJargon'
import { useReadingTarget } from './useReadingTarget'

/** How many are listed: what one can mend in a sitting. */
const mostSentences = 5
const mostWords = 8

/** All of it is worked out here in the browser, by the same code as on the server. */
export function PlainLanguage({ locale, text }: { locale: string; text: string }) {
  const target = useReadingTarget()
  const jargon = useJargon(locale)
  const language = readingLanguageOf(locale)
  const prose = useMemo(() => language && readProse(text, language), [text, language])
  const measured = useMemo(() => {
    if (!prose || !language) return undefined
    const ease = language === 'es' ? 'inflesz' : 'fleschReadingEase'
    return {
      readability: gradeProse(prose, language),
      sentences: findHardestSentences(prose, language, mostSentences, target && rangeOf(ease, target).least),
      words: findLongestWords(text, prose, mostWords),
    }
  }, [text, prose, language, target])
  const found = useMemo(() => (jargon ? findJargon(text, jargon) : undefined), [text, jargon])

  if (!measured) return <p className="saphena-plain__hint">There are no readability formulas for this language.</p>
  return (
    <div className="saphena-plain__desk">
      {measured.readability ? (
        <ScoreList readability={measured.readability} target={target} />
      ) : (
        <p className="saphena-plain__hint">The scores come as soon as there is text.</p>
      )}
      <JargonList found={found} text={text} />
      <HardestSentences sentences={measured.sentences} text={text} />
      <LongestWords text={text} words={measured.words} />
    </div>
  )
}
