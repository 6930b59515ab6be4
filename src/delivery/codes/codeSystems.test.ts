import { describe, expect, it } from 'vitest'
import { BadParameter } from '../parameters'
import { findCodeSystem, readCodeSystem, toCode } from './codeSystems'

describe('code systems', () => {
  it.each([
    ['snomed', 'snomed'],
    ['http://snomed.info/sct', 'snomed'],
    ['2.16.840.1.113883.6.96', 'snomed'],
    ['urn:oid:2.16.840.1.113883.6.96', 'snomed'],
    ['ICD-10-CM', 'icd-10-cm'],
    ['http://hl7.org/fhir/sid/icd-10-cm', 'icd-10-cm'],
    ['2.16.840.1.113883.6.90', 'icd-10-cm'],
    ['2.16.840.1.113883.6.177', 'mesh'],
  ])('%s is %s', (name, system) => {
    expect(findCodeSystem(name)).toBe(system)
  })

  it('tells which are known instead of one that is not', () => {
    expect(() => readCodeSystem('2.16.840.1.113883.6.88', 'system')).toThrow(BadParameter)
    expect(() => readCodeSystem('__proto__', 'system')).toThrow(/2\.16\.840\.1\.113883\.6\.96 \(SNOMED CT\)/)
  })
})

it.each([
  ['icd-10-cm', 'r252', 'R25.2'],
  ['icd-10-cm', ' R25.2 ', 'R25.2'],
  ['icd-10-cm', 's82101a', 'S82.101A'],
  ['icd-10-cm', 'I10', 'I10'],
  ['snomed', '55300003', '55300003'],
  ['mesh', 'd009120', 'D009120'],
] as const)('a code of %s written %s is %s', (system, written, code) => {
  expect(toCode(system, written)).toBe(code)
})
