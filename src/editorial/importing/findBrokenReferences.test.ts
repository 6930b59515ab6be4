import { describe, expect, it } from 'vitest'
import { findBrokenReferences } from './findBrokenReferences'

describe('findBrokenReferences', () => {
  it('finds what Word leaves of a cross-reference, in English and Spanish', () => {
    expect(
      findBrokenReferences('See Error! Reference source not found. and ¡Error! Marcador no definido. for more.'),
    ).toEqual(['2 cross-references were lost in Word: search the text for “Error!”'])
  })

  it('finds identifiers with a broken form, once each, and lets good ones pass', () => {
    expect(
      findBrokenReferences(
        'One (doi: 10.1000/xyz123). Two, doi:https://doi.org/10.1000/abc. Three doi: 10/short, doi: 10/short. PMID: 12345678; PMID: 0123',
      ),
    ).toEqual(['a DOI with a broken form: 10/short', 'a PubMed id with a broken form: 0123'])
  })

  it('has nothing to say of a text without references', () => {
    expect(findBrokenReferences('An error in judgement. Dois is a word.')).toEqual([])
  })
})
