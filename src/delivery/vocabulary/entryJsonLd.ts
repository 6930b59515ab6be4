import { codeSystems } from '../codes/codeSystems'
import type { DeliveredClinic, DeliveredEntry, DeliveredRemedy, DeliveredSymptom } from './entries'

/** A schema.org node for a page; every property is one that the vocabulary has for its type. */
export type JsonLd = { '@context': 'https://schema.org'; '@type': string; [property: string]: unknown }
type Node = Record<string, unknown>
type Undescribed<Entry> = Omit<Entry, 'jsonLd'>

export const symptomJsonLd = (symptom: Undescribed<DeliveredSymptom>): JsonLd =>
  page('MedicalSymptom', symptom, {
    alternateName: symptom.synonyms,
    description: symptom.description,
    code: symptom.codes.map(medicalCode),
    possibleTreatment: symptom.relievedBy.map(({ name, href }) => ({ '@type': 'MedicalTherapy', name, url: href })),
  })

/** `howPerformed` comes from MedicalProcedure, of which a therapy is one. */
export const remedyJsonLd = (remedy: Undescribed<DeliveredRemedy>): JsonLd =>
  page('MedicalTherapy', remedy, {
    alternateName: remedy.synonyms,
    howPerformed: remedy.instructions.text,
    contraindication: remedy.cautions,
    code: remedy.codes.map(medicalCode),
  })

export const clinicJsonLd = (clinic: Undescribed<DeliveredClinic>): JsonLd =>
  page('MedicalClinic', clinic, {
    address: orNothing({
      '@type': 'PostalAddress',
      streetAddress: clinic.address.street,
      addressLocality: clinic.address.city,
      addressRegion: clinic.address.region,
      postalCode: clinic.address.postalCode,
      addressCountry: clinic.address.country,
    }),
    geo:
      clinic.latitude !== null && clinic.longitude !== null
        ? { '@type': 'GeoCoordinates', latitude: clinic.latitude, longitude: clinic.longitude }
        : undefined,
    telephone: clinic.phone,
    sameAs: clinic.website,
    knowsLanguage: clinic.languages,
    openingHoursSpecification: clinic.hours.weekly.map(({ day, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`,
      ...times(opens, closes),
    })),
    specialOpeningHoursSpecification: clinic.hours.exceptions.map(({ date, closed, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: date,
      validThrough: date,
      // A closed day is written as one that closes when it opens.
      ...(closed ? { opens: '00:00', closes: '00:00' } : times(opens, closes)),
    })),
    makesOffer: clinic.services.map((name) => ({
      '@type': 'Offer',
      itemOffered: { '@type': 'Service', name },
    })),
    potentialAction: clinic.bookingUrl ? { '@type': 'ReserveAction', target: clinic.bookingUrl } : undefined,
  })

function page(type: string, entry: Undescribed<DeliveredEntry>, properties: Node): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': type,
    ...present({
      '@id': entry.href,
      url: entry.href,
      name: entry.name,
      ...properties,
      subjectOf: entry.articles.map(({ title, href }) => ({ '@type': 'MedicalWebPage', name: title, url: href })),
    }),
  }
}

function medicalCode({ system, code, display }: DeliveredSymptom['codes'][number]): Node {
  return present({
    '@type': 'MedicalCode',
    codeValue: code,
    codingSystem: codeSystems[system].title,
    name: display,
  })
}

/** The end of the day is its last minute: schema.org's times go up to 23:59. */
const times = (opens: string | null, closes: string | null): Node =>
  present({ opens, closes: closes === '24:00' ? '23:59' : closes })

function present(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  )
}

/** A node that says something beside its type. */
function orNothing(node: Node): Node | undefined {
  const kept = present(node)
  return Object.keys(kept).length > 1 ? kept : undefined
}
