import type { BasePayload, SelectType } from 'payload'
import type { Clinic, Remedy, Symptom } from '../../payload-types'
import { safeUrl } from '../../richtext/safeUrl'
import { toText } from '../../richtext/toText'
import type { Reference } from '../articles/article'
import { toReference } from '../articles/toArticle'
import { findPublic } from '../findPublic'
import type { DeliveredClinic, DeliveredEntry, DeliveredRemedy, DeliveredSymptom } from './entries'
import { clinicJsonLd, remedyJsonLd, symptomJsonLd } from './entryJsonLd'
import { articlesOf } from './findEntry'
import { instructionsHtml, entryPopulate as populate, term } from './instructionsHtml'
import type { Vocabulary } from './names'
import { type Asked, listedFields, toCodes, toListedClinic, toListedRemedy, toListedSymptom } from './toListed'

/** All that readers see of one entry; undefined where they may not see it. */
export async function describeEntry(
  payload: BasePayload,
  collection: Vocabulary,
  id: string,
  asked: Asked,
): Promise<DeliveredEntry | undefined> {
  const [doc] = await findPublic(payload, collection, asked.locale, {
    where: { id: { equals: id } },
    select: select[collection],
    populate,
    depth: 1,
    limit: 1,
  })
  return doc && toEntry[collection](payload, doc as never, asked)
}

/** What is read of an entry; what it points to is populated. */
const select: Record<Vocabulary, SelectType> = {
  symptoms: {
    ...listedFields.symptoms,
    notPhrases: true,
    bodySites: true,
    redFlags: true,
    codes: true,
    relievedBy: true,
    createdAt: true,
  },
  remedies: {
    ...listedFields.remedies,
    notPhrases: true,
    instructions: true,
    frequency: true,
    cautions: true,
    evidence: true,
    codes: true,
    createdAt: true,
  },
  clinics: {
    ...listedFields.clinics,
    website: true,
    bookingUrl: true,
    services: true,
    symptoms: true,
    languages: true,
    createdAt: true,
  },
}

/** An entry as readers get it, field by field, of a document with what it points to populated. */
export const toEntry: {
  [Collection in Vocabulary]: (payload: BasePayload, doc: never, asked: Asked) => Promise<DeliveredEntry>
} = { symptoms: toSymptom, remedies: toRemedy, clinics: toClinic }

async function toSymptom(payload: BasePayload, doc: Symptom, asked: Asked): Promise<DeliveredSymptom> {
  const entry = {
    ...toListedSymptom(doc, asked),
    fellBack: doc.fellBack ?? [],
    notPhrases: doc.notPhrases ?? [],
    bodySites: doc.bodySites ?? [],
    redFlags: doc.redFlags ?? [],
    codes: toCodes(doc.codes),
    relievedBy: references('remedies', doc.relievedBy, asked),
    articles: await articleReferences(payload, 'symptoms', doc.id, asked),
    created: doc.createdAt,
  }
  return { ...entry, jsonLd: symptomJsonLd(entry) }
}

async function toRemedy(payload: BasePayload, doc: Remedy, asked: Asked): Promise<DeliveredRemedy> {
  const relieves = await findPublic(payload, 'symptoms', asked.locale, {
    where: { relievedBy: { in: [doc.id] } },
    select: term,
  })
  const entry = {
    ...toListedRemedy(doc, asked),
    fellBack: doc.fellBack ?? [],
    notPhrases: doc.notPhrases ?? [],
    instructions: { html: instructionsHtml(doc.instructions, asked), text: toText(doc.instructions).text },
    frequency: doc.frequency ?? null,
    cautions: doc.cautions ?? null,
    evidence: { level: doc.evidence?.level ?? null, reference: doc.evidence?.reference ?? null },
    codes: toCodes(doc.codes),
    relieves: references('symptoms', relieves, asked),
    articles: await articleReferences(payload, 'remedies', doc.id, asked),
    created: doc.createdAt,
  }
  return { ...entry, jsonLd: remedyJsonLd(entry) }
}

async function toClinic(payload: BasePayload, doc: Clinic, asked: Asked): Promise<DeliveredClinic> {
  const entry = {
    ...toListedClinic(doc, asked),
    fellBack: doc.fellBack ?? [],
    hours: {
      weekly: (doc.hours?.weekly ?? []).map(({ day, opens, closes }) => ({
        day,
        opens: opens ?? null,
        closes: closes ?? null,
      })),
      exceptions: (doc.hours?.exceptions ?? []).map(({ date, closed, opens, closes, note }) => ({
        date,
        closed: closed === true,
        opens: opens ?? null,
        closes: closes ?? null,
        note: note ?? null,
      })),
    },
    website: safeUrl(doc.website) ?? null,
    bookingUrl: safeUrl(doc.bookingUrl) ?? null,
    services: doc.services ?? [],
    symptoms: references('symptoms', doc.symptoms, asked),
    languages: doc.languages ?? [],
    articles: await articleReferences(payload, 'clinics', doc.id, asked),
    created: doc.createdAt,
  }
  return { ...entry, jsonLd: clinicJsonLd(entry) }
}

const references = (
  collection: Vocabulary,
  values: readonly unknown[] | null | undefined,
  { locale, addresses }: Asked,
): Reference[] => (values ?? []).flatMap((value) => toReference(collection, value, locale, addresses) ?? [])

async function articleReferences(payload: BasePayload, collection: Vocabulary, id: string, asked: Asked) {
  const articles = await articlesOf(payload, { [collection]: [id] }, asked.locale, asked.addresses)
  return articles.map(({ slug, title, href, fellBack }) => ({
    slug,
    title,
    href,
    fellBack: fellBack.filter((name) => name !== 'summary'),
  }))
}
