import { describe, expect, it } from 'vitest'
import { type Answer, type Answers, checkAnswers, type Instrument, instrumentOf } from './instruments'

const cdc = instrumentOf('cdc-index') as Instrument
const pemat = instrumentOf('pemat-p') as Instrument
const itemsOf = ({ parts }: Instrument) => parts.flatMap(({ items }) => items)
const all = (instrument: Instrument, answer: Answer, but: Answers = {}): Answers => ({
  ...Object.fromEntries(itemsOf(instrument).map(({ id }) => [id, answer])),
  ...but,
})
const cdcScore = (answers: Answers) => cdc.score(answers)[0]
const pematScores = (answers: Answers) =>
  pemat.score(answers).map(({ points, possible, percent }) => [points, possible, percent])

describe('The CDC index', () => {
  it('has 20 items in four parts', () => {
    expect(cdc.parts.map(({ items }) => items.length)).toEqual([11, 3, 3, 3])
    expect(itemsOf(cdc).map(({ id }) => Number(id))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('takes N/A outside its core alone', () => {
    expect(itemsOf(cdc).flatMap(({ id, na }) => (na ? [] : [id]))).toEqual('1 2 3 4 5 6 7 8 9 10 11'.split(' '))
  })

  it('is passed at 90 of 100, by what was reached and not by what it rounds to', () => {
    expect(cdcScore(all(cdc, 'yes'))).toMatchObject({ points: 20, possible: 20, percent: 100, passes: true })
    expect(cdcScore(all(cdc, 'yes', { '8': 'no', '9': 'no' }))).toMatchObject({ percent: 90, passes: true })
    expect(cdcScore(all(cdc, 'yes', { '8': 'no', '9': 'no', '20': 'na' }))).toMatchObject({
      percent: 89,
      passes: false,
    })
  })

  it('leaves out the parts that do not apply', () => {
    const out = { '12': 'na', '13': 'na', '14': 'na', '15': 'na', '16': 'na', '17': 'na' } as const
    expect(cdcScore(all(cdc, 'yes', { ...out, '18': 'na', '19': 'na', '20': 'na' }))).toMatchObject({ possible: 11 })
    expect(cdcScore(all(cdc, 'yes', { '12': 'no' }))).toMatchObject({ points: 17, possible: 17 })
  })

  it('gives no point for the place of a main message that is not there', () => {
    expect(cdcScore(all(cdc, 'yes', { '1': 'no' }))).toMatchObject({ points: 15, possible: 20 })
    expect(cdcScore(all(cdc, 'yes', { '5': 'no' }))).toMatchObject({ points: 18, possible: 20 })
  })
})

describe('PEMAT-P', () => {
  it('has 17 items on understanding and 7 on acting, under the numbers of the instrument', () => {
    expect(pemat.parts.map(({ items }) => items.length)).toEqual([17, 7])
    expect(itemsOf(pemat).map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 26 }, (_, at) => at + 1).filter((id) => id !== 13 && id !== 14),
    )
  })

  it('has two scores, of what applies', () => {
    expect(pematScores(all(pemat, 'yes'))).toEqual([
      [17, 17, 100],
      [7, 7, 100],
    ])
    expect(
      pematScores(all(pemat, 'yes', { '16': 'na', '17': 'na', '18': 'na', '19': 'na', '1': 'no', '24': 'na' })),
    ).toEqual([
      [12, 13, 92],
      [6, 6, 100],
    ])
    expect(pemat.score(all(pemat, 'yes')).map(({ passes }) => passes)).toEqual([null, null])
  })
})

describe('Answers', () => {
  it('are complete and of their item', () => {
    expect(checkAnswers(cdc, all(cdc, 'yes'))).toEqual([])
    expect(checkAnswers(pemat, all(pemat, 'no'))).toEqual([])
    expect(checkAnswers(cdc, { ...all(cdc, 'yes'), '1': 'na' })).toEqual(['Item 1 does not take this answer.'])
    expect(checkAnswers(cdc, { ...all(cdc, 'yes'), toString: 'yes' })).toEqual(['There is no item toString.'])
    expect(checkAnswers(cdc, {})).toHaveLength(20)
    for (const nothing of [null, undefined, 'yes', ['yes']]) expect(checkAnswers(cdc, nothing)).toHaveLength(1)
  })
})
