import type { Clinic, Remedy, Symptom } from '../../payload-types'
import type { Addresses, Locale } from '../addresses'
import { openState } from '../clinics/openingHours'
import type { Code, ListedClinic, ListedEntry, ListedRemedy, ListedSymptom } from './entries'
import { namesIn } from './findEntry'
import type { Vocabulary } from './names'

/** What lists are made from; nothing else is read. */
export const listedFields = {
  symptoms: { slug: true, name: true, synonyms: true, description: true, urgency: true, updatedAt: true },
  remedies: { slug: true, name: true, synonyms: true, kind: true, updatedAt: true },
  clinics: {
    slug: true,
    name: true,
    address: true,
    latitude: true,
    longitude: true,
    timeZone: true,
    hours: true,
    phone: true,
    updatedAt: true,
  },
} as const

export interface Asked {
  locale: Locale
  addresses: Addresses
  /** The moment of the answer. */
  now: number
}

const base = (collection: Vocabulary, doc: Symptom | Remedy | Clinic, { locale, addresses }: Asked): ListedEntry => ({
  id: doc.id,
  slug: doc.slug ?? '',
  href: addresses.document(collection, doc.slug ?? '', locale),
  locale,
  fellBack: namesIn(doc.fellBack, 'slug', ...Object.keys(listedFields[collection])),
  name: doc.name,
  modified: doc.updatedAt,
})

export const toListedSymptom = (doc: Symptom, asked: Asked): ListedSymptom => ({
  ...base('symptoms', doc, asked),
  synonyms: doc.synonyms ?? [],
  description: doc.description ?? null,
  urgency: doc.urgency ?? null,
})

export const toListedRemedy = (doc: Remedy, asked: Asked): ListedRemedy => ({
  ...base('remedies', doc, asked),
  synonyms: doc.synonyms ?? [],
  kind: doc.kind,
})

export const toListedClinic = (doc: Clinic, asked: Asked): ListedClinic => ({
  ...base('clinics', doc, asked),
  address: {
    street: doc.address?.street ?? null,
    city: doc.address?.city ?? null,
    region: doc.address?.region ?? null,
    postalCode: doc.address?.postalCode ?? null,
    country: doc.address?.country ?? null,
  },
  latitude: doc.latitude ?? null,
  longitude: doc.longitude ?? null,
  timeZone: doc.timeZone ?? null,
  phone: doc.phone ?? null,
  open: openState(doc.hours, doc.timeZone, asked.now) ?? null,
})

export const toListed = {
  symptoms: toListedSymptom,
  remedies: toListedRemedy,
  clinics: toListedClinic,
} as { [Collection in Vocabulary]: (doc: never, asked: Asked) => ListedEntry }

export const toCodes = (codes: Symptom['codes']): Code[] =>
  (codes ?? []).map(({ system, code, display }) => ({ system, code, display: display ?? null }))
