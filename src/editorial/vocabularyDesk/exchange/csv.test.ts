import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsFor } from './columns'
import { fromCsv, toCsv } from './csv'
import type { EntryRecord } from './entryRecord'
import { fromJson, toJson } from './json'

const columns = columnsFor(['en', 'es'], 'en')

const word = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim())
const dangerous = fc.constantFrom(
  '=1+1',
  "'=1+1",
  "''@x",
  '+1',
  '-a',
  '@SUM(A1)',
  '\tx',
  "'x",
  'a|b',
  'a\\|b\\',
  '"',
  ',',
  ';',
  'a\r\nb',
  '＝x',
  '',
)
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), dangerous)
const list = fc.array(
  fc
    .oneof(
      word,
      dangerous.map((each) => each.trim()),
    )
    .filter(Boolean),
  { maxLength: 4 },
)
const code = fc.record({
  system: fc.constant('mesh'),
  code: fc.stringMatching(/^D\d{6}$/),
  display: fc.oneof(word, fc.constant('a: b | c')),
})
const values = (kind: 'symptom' | 'remedy') =>
  fc.record(
    Object.fromEntries(
      columns
        .filter(({ only }) => !only || (only === 'symptoms') === (kind === 'symptom'))
        .map(({ name, form }) => [
          name,
          {
            word: fc.oneof(
              word,
              dangerous.map((each) => each.trim()),
            ),
            text,
            list,
            entries: list,
            codes: fc.array(code, { maxLength: 3 }),
            ready: fc.constantFrom('yes', 'no'),
            richText: fc.option(fc.record({ root: fc.record({ children: fc.array(fc.record({ text })) }) })),
          }[form] as fc.Arbitrary<unknown>,
        ]),
    ),
  )
const record = fc.constantFrom('symptom' as const, 'remedy' as const).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    id: fc.uuid(),
    status: fc.constantFrom('published', 'draft'),
    values: values(kind),
  }),
) as fc.Arbitrary<EntryRecord>

const reads = (rows: { record?: EntryRecord; reasons: string[] }[]) =>
  rows.map(({ record: each, reasons }) => each ?? reasons)

describe('A vocabulary file', () => {
  it('as CSV gives back whatever was written, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), (records) => {
        const csv = toCsv(records, columns)
        expect(reads(fromCsv(csv, columns))).toEqual(records)
      }),
    )
    const [first] = fc.sample(record, 1)
    const evil = { ...(first as EntryRecord), values: { name_en: '=HYPERLINK("x")', synonyms_en: ['@a', '-b'] } }
    const [, row = ''] = toCsv([evil], columns).split('\r\n')
    expect(row).toContain(`"'=HYPERLINK(""x"")"`)
    expect(row).toContain(`'@a | -b`)
  })

  it('as JSON gives back whatever was written', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), (records) => {
        expect(reads(fromJson(toJson(records), columns))).toEqual(records)
      }),
    )
  })

  it('may be written by hand, with the columns that it needs, and by any spreadsheet', () => {
    const expected = [{ kind: 'symptom', values: { name_en: 'Leg cramps', synonyms_en: ['charley horse', 'cramp'] } }]
    for (const csv of [
      'kind,name_en,synonyms_en\nsymptom,Leg cramps,charley horse|cramp\n',
      '\ufeffkind;name_en;synonyms_en\r\nsymptom;"Leg cramps";charley horse | cramp |\r\n\r\n',
      'KIND\tName_EN\tsynonyms_en\nsymptom\t Leg cramps \tcharley horse | cramp',
    ])
      expect(reads(fromCsv(csv, columns))).toEqual(expected)
  })

  it.each([
    ['', 'kind must be one of them'],
    ['name_en\nx', 'kind must be one of them'],
    ['kind,nickname\nsymptom,x', 'no column called “nickname”'],
    ['kind,kind\nsymptom,symptom', 'twice'],
    ['kind,name_en\nsymptom', 'cannot be read'],
    ['kind,name_en\nsymptom,"x', 'cannot be read'],
  ])('is refused as a whole where it is none: %j', (csv, message) => {
    expect(() => fromCsv(csv, columns)).toThrow(message)
  })

  it.each([
    ['kind,name_en\nclinic,x', ['kind is symptom or remedy.']],
    ['kind,id\nsymptom,a/b', ['id has 1 to 64 letters, digits, hyphens or underscores.']],
    ['kind,status\nsymptom,ready', ['status is published or draft.']],
    ['kind,ready_es\nsymptom,maybe', ['ready_es is yes or no.']],
    ['kind,cautions_en\nsymptom,x', ['A symptom has no cautions_en.']],
    ['kind,instructions_en\nremedy,Rest', ['instructions_en is not rich text as an export has it.']],
  ])('has its rows refused with reasons: %j', (csv, reasons) => {
    expect(reads(fromCsv(csv, columns))).toEqual([reasons])
  })

  it('of JSON says what it does not know', () => {
    const file = JSON.stringify([
      { kind: 'symptom', nickname: 'x' },
      7,
      { kind: 'symptom', synonyms_en: 'x', codes: [{}] },
    ])
    expect(reads(fromJson(file, columns))).toEqual([
      ['There is nothing called nickname.'],
      ['This is not an object.'],
      ['synonyms_en is not a list of texts.', 'codes is not a list of codes, each with its system and code.'],
    ])
    expect(() => fromJson('{', columns)).toThrow('not JSON')
    expect(() => fromJson('{"a":1}', columns)).toThrow('no list')
  })
})
