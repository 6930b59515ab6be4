import type { Clinic, Remedy, Symptom } from '../../payload-types'
import type { Locale } from '../addresses'
import type { ArticleReference, Reference, Urgency } from '../articles/article'
import type { OpenState } from '../clinics/openingHours'
import type { JsonLd } from './entryJsonLd'

export interface Code {
  system: NonNullable<Symptom['codes']>[number]['system']
  code: string
  display: string | null
}

/** What a symptom, a remedy and a clinic have in common, in a list. */
export interface ListedEntry {
  id: string
  slug: string
  href: string
  locale: Locale
  /** The fields that came in English, because they are not ready in the language that was asked for. */
  fellBack: string[]
  name: string
  modified: string
}

export interface ListedSymptom extends ListedEntry {
  synonyms: string[]
  description: string | null
  urgency: Urgency | null
}

export interface ListedRemedy extends ListedEntry {
  synonyms: string[]
  kind: Remedy['kind']
}

export interface Address {
  street: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  country: string | null
}

/** Whether a clinic is open at this moment, and until or from when; null where its hours are not known. */
export type Open = OpenState | null

export interface ListedClinic extends ListedEntry {
  address: Address
  latitude: number | null
  longitude: number | null
  timeZone: string | null
  phone: string | null
  open: Open
  /** From `near`, in kilometres. */
  distanceKm?: number
  /** At the time of `openAt`. */
  openAt?: Open
}

interface Whole {
  articles: ArticleReference[]
  created: string
  jsonLd: JsonLd
}

export interface DeliveredSymptom extends ListedSymptom, Whole {
  notPhrases: string[]
  bodySites: NonNullable<Symptom['bodySites']>
  redFlags: string[]
  codes: Code[]
  relievedBy: Reference[]
}

export interface DeliveredRemedy extends ListedRemedy, Whole {
  notPhrases: string[]
  instructions: { html: string; text: string }
  frequency: string | null
  cautions: string | null
  evidence: { level: NonNullable<Remedy['evidence']>['level'] | null; reference: string | null }
  codes: Code[]
  relieves: Reference[]
}

export interface DeliveredClinic extends ListedClinic, Whole {
  hours: {
    weekly: {
      day: NonNullable<NonNullable<Clinic['hours']>['weekly']>[number]['day']
      opens: string | null
      closes: string | null
    }[]
    exceptions: {
      date: string
      closed: boolean
      opens: string | null
      closes: string | null
      note: string | null
    }[]
  }
  website: string | null
  bookingUrl: string | null
  services: string[]
  /** Conditions treated. */
  symptoms: Reference[]
  languages: string[]
}

export type DeliveredEntry = DeliveredSymptom | DeliveredRemedy | DeliveredClinic
