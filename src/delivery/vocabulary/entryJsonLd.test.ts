import { describe, expect, it } from 'vitest'
import type { DeliveredClinic, DeliveredRemedy, DeliveredSymptom } from './entries'
import { clinicJsonLd, remedyJsonLd, symptomJsonLd } from './entryJsonLd'

/** The properties that schema.org has for the types that are used here, inherited ones among them. */
const thing = ['@id', 'url', 'name', 'alternateName', 'description', 'sameAs', 'subjectOf', 'potentialAction']
const terms: Record<string, string[]> = {
  MedicalSymptom: [...thing, 'code', 'possibleTreatment'],
  MedicalTherapy: [...thing, 'code', 'howPerformed', 'contraindication'],
  MedicalClinic: [
    ...thing,
    'address',
    'geo',
    'telephone',
    'knowsLanguage',
    'openingHoursSpecification',
    'specialOpeningHoursSpecification',
    'makesOffer',
  ],
  MedicalCode: ['codeValue', 'codingSystem', 'name'],
  MedicalWebPage: thing,
  PostalAddress: ['streetAddress', 'addressLocality', 'addressRegion', 'postalCode', 'addressCountry'],
  GeoCoordinates: ['latitude', 'longitude'],
  OpeningHoursSpecification: ['dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough'],
  Offer: ['itemOffered'],
  Service: thing,
  ReserveAction: ['target'],
}

function check(node: unknown): void {
  if (Array.isArray(node)) node.forEach(check)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const { '@type': type, '@context': _context, ...properties } = node as Record<string, unknown>
  for (const [name, value] of Object.entries(properties)) {
    expect(terms[type as string], `${type}.${name}`).toContain(name)
    expect(value, `${type}.${name}`).not.toBeNull()
    check(value)
  }
}

const base = {
  id: '1',
  slug: 'x',
  href: 'https://cms.example.org/v1/x',
  locale: 'en',
  fellBack: [],
  name: 'X',
  modified: '',
  created: '',
  articles: [{ slug: 'a', title: 'A', href: 'https://cms.example.org/v1/articles/a', fellBack: [] }],
} as const
const symptom = {
  ...base,
  synonyms: ['Y'],
  description: null,
  urgency: 'urgent',
  notPhrases: ['not this'],
  bodySites: ['leg'],
  redFlags: ['Red'],
  codes: [{ system: 'mesh', code: 'D009120', display: null }],
  relievedBy: [{ slug: 'r', name: 'R', href: 'https://cms.example.org/v1/remedies/r', fellBack: [] }],
} as unknown as DeliveredSymptom
const clinic = {
  ...base,
  address: { street: null, city: 'Chicago', region: null, postalCode: null, country: 'US' },
  latitude: 0,
  longitude: 0,
  timeZone: 'America/Chicago',
  phone: '+1 312 555 0100',
  open: null,
  hours: {
    weekly: [{ day: 'monday', opens: '00:00', closes: '24:00' }],
    exceptions: [{ date: '2027-12-25', closed: true, opens: '08:00', closes: '09:00', note: null }],
  },
  website: 'https://clinic.example.org/',
  bookingUrl: 'https://clinic.example.org/book',
  services: ['Ultrasound'],
  symptoms: [],
  languages: ['en'],
} as unknown as DeliveredClinic

describe('JSON-LD', () => {
  it('has only terms that schema.org has for the type', () => {
    check(symptomJsonLd(symptom))
    check(
      remedyJsonLd({
        ...base,
        synonyms: [],
        kind: 'exercise',
        instructions: { html: '<p>Walk.</p>', text: 'Walk.' },
        cautions: 'Not with a fever.',
        codes: symptom.codes,
      } as unknown as DeliveredRemedy),
    )
    check(clinicJsonLd(clinic))
  })

  it('leaves out what is not known', () => {
    expect(symptomJsonLd(symptom)).not.toHaveProperty('description')
    const nowhere = { street: null, city: null, region: null, postalCode: null, country: null }
    const bare = clinicJsonLd({ ...clinic, address: nowhere, latitude: null, bookingUrl: null })
    for (const name of ['address', 'geo', 'potentialAction']) expect(bare).not.toHaveProperty(name)
  })

  it('writes the whole day and a closed one as schema.org has them', () => {
    expect(clinicJsonLd(clinic)).toMatchObject({
      geo: { latitude: 0, longitude: 0 },
      openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Monday', opens: '00:00', closes: '23:59' }],
      specialOpeningHoursSpecification: [
        { validFrom: '2027-12-25', validThrough: '2027-12-25', opens: '00:00', closes: '00:00' },
      ],
    })
  })
})
