import { describe, expect, it } from 'vitest'
import { BadParameter } from '../parameters'
import { readInfobutton } from './readRequest'

const read = (parameters: Record<string, string>) => readInfobutton(`/v1/infobutton?${new URLSearchParams(parameters)}`)
const icd = '2.16.840.1.113883.6.90'

describe('readInfobutton', () => {
  it('reads what MedlinePlus Connect takes, and repeats it', () => {
    const request = read({
      'mainSearchCriteria.v.cs': icd,
      'mainSearchCriteria.v.c': 'r252',
      'mainSearchCriteria.v.dn': 'Cramp & spasm',
      informationRecipient: 'PAT',
      'informationRecipient.languageCode.c': 'es',
      knowledgeResponseType: 'application/json',
    })
    expect(request).toMatchObject({
      criteria: [{ system: 'icd-10-cm', code: 'R25.2', display: 'Cramp & spasm' }],
      locale: 'es',
      json: true,
    })
    expect(request.echoed).toContainEqual({ scheme: 'mainSearchCriteria.v.c', term: 'r252' })
    expect(request.echoed).toContainEqual({ scheme: 'informationRecipient', term: 'PAT' })
  })

  it('takes several, each with its own code system or the common one', () => {
    const { criteria } = read({
      'mainSearchCriteria.v.cs': icd,
      'mainSearchCriteria.v.c': 'R25.2',
      'mainSearchCriteria.v.c1': 'R60.0',
      'mainSearchCriteria.v.cs2': '2.16.840.1.113883.6.96',
      'mainSearchCriteria.v.c2': '55300003',
    })
    expect(criteria.map(({ system, code }) => `${system} ${code}`)).toEqual([
      'icd-10-cm R25.2',
      'icd-10-cm R60.0',
      'snomed 55300003',
    ])
  })

  it('takes an empty parameter for none, and answers in XML and English then', () => {
    const request = read({
      'mainSearchCriteria.v.cs': icd,
      'mainSearchCriteria.v.c': 'R25.2',
      'mainSearchCriteria.v.dn': '',
      knowledgeResponseType: '',
      'informationRecipient.languageCode.c': 'fr',
    })
    expect(request).toMatchObject({ json: false, locale: 'en', criteria: [{ display: undefined }] })
    expect(request.echoed.map(({ scheme }) => scheme)).not.toContain('mainSearchCriteria.v.dn')
  })

  it('passes over what records send about the patient, and does not repeat it', () => {
    const request = read({
      'mainSearchCriteria.v.cs': icd,
      'mainSearchCriteria.v.c': 'R25.2',
      'patientPerson.administrativeGenderCode.c': 'F',
      'age.v.v': '77',
      'taskContext.c.c': 'PROBLISTREV',
    })
    expect(JSON.stringify(request)).not.toMatch(/77|Gender|PROBLIST/)
  })

  it('knows "sp" for Spanish, as MedlinePlus Connect does, and regions', () => {
    for (const code of ['sp', 'ES', 'es-MX'])
      expect(
        read({
          'mainSearchCriteria.v.cs': icd,
          'mainSearchCriteria.v.c': 'R25.2',
          'informationRecipient.languageCode.c': code,
        }).locale,
      ).toBe('es')
  })

  it.each([
    [{}, 'mainSearchCriteria.v.c'],
    [{ 'mainSearchCriteria.v.cs': icd }, 'mainSearchCriteria.v.c'],
    [{ 'mainSearchCriteria.v.c': 'R25.2' }, 'mainSearchCriteria.v.cs'],
    [{ 'mainSearchCriteria.v.c': 'x', 'mainSearchCriteria.v.cs': '1.2.3' }, 'mainSearchCriteria.v.cs'],
    [{ 'mainSearchCriteria.v.c': 'x', 'mainSearchCriteria.v.cs': icd, callback: 'x' }, 'callback'],
    [
      { 'mainSearchCriteria.v.c': 'x', 'mainSearchCriteria.v.cs': icd, knowledgeResponseType: 'text/html' },
      'knowledgeResponseType',
    ],
    [
      { 'mainSearchCriteria.v.c': 'x', 'mainSearchCriteria.v.cs': icd, informationRecipient: 'X' },
      'informationRecipient',
    ],
    [{ 'mainSearchCriteria.v.c': 'x'.repeat(501), 'mainSearchCriteria.v.cs': icd }, 'mainSearchCriteria.v.c'],
  ])('refuses %o, and says why', (parameters, parameter) => {
    let error: unknown
    try {
      read(parameters as Record<string, string>)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(BadParameter)
    expect((error as BadParameter).parameter).toBe(parameter)
  })
})
