import { describe, expect, it } from 'vitest'
import { findBrokenReferences } from '../src/editorial/importing/findBrokenReferences'
import { compileJargon, findJargon } from '../src/editorial/plainLanguage/findJargon'
import type { TextToCheck } from '../src/editorial/preflight/checkArticle'
import { checkCautions } from '../src/editorial/preflight/checks/checkCautions'
import { findClaims } from '../src/editorial/preflight/claims/findClaims'
import { givesEmergencyAdvice } from '../src/editorial/preflight/emergencyAdvice'
import { findSymptomPhrases } from '../src/linking/findSymptomPhrases'
import { gradeText } from '../src/readability/gradeText'
import { cleanPastedHtml } from '../src/richtext/cleanPastedHtml'

/** Long enough for the slowest of them on a busy machine; what takes time with the square of the length takes minutes. */
const patience = 20_000
const length = 300_000
const times = (words: string) => words.repeat(Math.ceil(length / words.length)).slice(0, length)

const texts: Record<string, string> = {
  digits: times('1'),
  'grouped digits': times('100,'),
  hyphens: times('a-'),
  'at signs': times('a@'),
  abbreviations: times('Dr. '),
  studies: times('study '),
  risks: times('risk of about '),
  'riesgo de un': `riesgo${times(' de un el casi')}`,
  'uno de cada': times('1 de cada 5 a '),
  'many million': times('5 million a '),
  call: times('call '),
  'get help': times('get help '),
  llame: times('llame '),
  busque: times('busque ayuda '),
  'numero de': times('llame número '),
  pain: times('pain '),
  'burning pain in': times('burning pain in your left '),
  doi: times('doi:'),
  'doi with marks': `doi:${times('.')}x`,
  'word errors': times('Error! '),
  'errors and spaces': `Error!${times(' ')}`,
  'jargon in brackets': times('edema ('),
  www: times('www.'),
}

function expectInTime(work: () => unknown): void {
  const started = performance.now()
  work()
  expect(performance.now() - started).toBeLessThan(patience)
}

describe('words that an editor sends to keep the server busy', () => {
  const cases = Object.keys(texts).flatMap((name) => (['en', 'es'] as const).map((locale) => [name, locale] as const))
  it.each(cases)('%s, in %s', { timeout: 60_000 }, (name, locale) => {
    const text = texts[name] as string
    const jargon = compileJargon([{ term: 'edema', plainer: 'swelling' }], locale)
    expectInTime(() => findClaims(text, locale))
    expectInTime(() => givesEmergencyAdvice(text, locale))
    expectInTime(() => findSymptomPhrases(text, locale))
    expectInTime(() => findJargon(text, jargon))
    expectInTime(() => findBrokenReferences(text))
    expectInTime(() => gradeText(text, locale))
  })

  it('a remedy with cautions in each of very many sentences', { timeout: 60_000 }, () => {
    const sentence = 'Ice.\n'
    const count = 100_000
    const text = sentence.repeat(count)
    const mentions = Array.from({ length: count }, (_, at) => {
      const start = at * sentence.length
      return { kind: 'remedy', target: 'ice', status: 'accepted', negated: false, start, end: start + 3 }
    })
    const remedies = new Map([['ice', { slug: 'ice', name: 'Ice', cautions: 'Never put ice on bare skin.' }]])
    const checked = { locale: 'en', text, mentions, remedies } as unknown as TextToCheck
    expectInTime(() => expect(checkCautions(checked, {} as never, {} as never)).toHaveLength(1))
  })

  it.each(
    Object.entries({
      'very many paragraphs': times('<p>a</p>'),
      'items of lists as Word writes them': times(
        '<p style="mso-list:l0 level1"><span style="mso-list:ignore">1.</span>a</p>',
      ),
      'a style without end': `<p style="${times(';a:b')}">x</p>`,
      'comments that are not closed': times('<!--'),
    }),
  )('on the clipboard: %s', { timeout: 60_000 }, (_, html) => expectInTime(() => cleanPastedHtml(html)))
})
