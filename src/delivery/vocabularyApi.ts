import { codeSystems } from './codes/codeSystems'
import type { ApiPart, Parameter, PathItem, Schema } from './openapi'
import {
  answers,
  badParameter,
  dateTime,
  described,
  fellBack,
  integer,
  listOf,
  localeParameter,
  moved,
  notFound,
  notReady,
  object,
  orNull,
  ref,
  string,
  urgency,
  uri,
} from './openapiSchemas'

const number: Schema = { type: 'number' }
const boolean: Schema = { type: 'boolean' }
const system: Schema = { type: 'string', enum: Object.keys(codeSystems) }

const query = (name: string, description: string, schema: Schema = string, required = false): Parameter => ({
  name,
  in: 'query',
  ...(required ? { required } : {}),
  description,
  schema,
})
const limit = (most: number) => query('limit', 'How many.', { type: 'integer', minimum: 1, maximum: most, default: 20 })
const page = [
  query('q', 'What the name begins with, without case and accents.'),
  limit(100),
  query('cursor', 'Where the page begins: taken from `next`.'),
]

const listed = {
  id: string,
  slug: string,
  href: uri,
  locale: { type: 'string', enum: ['en', 'es'] },
  fellBack,
  name: string,
  modified: dateTime,
}
const whole = {
  articles: described(listOf(ref('ArticleReference')), 'Those that link it, at most 50, the last changed first.'),
  created: dateTime,
  jsonLd: described(
    { type: 'object' },
    'schema.org, to be put into a page. In a script element, write each < as \\u003c.',
  ),
}
const symptom = { ...listed, synonyms: listOf(string), description: orNull(string), urgency: orNull(urgency) }
const remedy = { ...listed, synonyms: listOf(string), kind: string }
const clinic = {
  ...listed,
  address: object({
    street: orNull(string),
    city: orNull(string),
    region: orNull(string),
    postalCode: orNull(string),
    country: described(orNull(string), 'Two letters (ISO 3166-1).'),
  }),
  latitude: orNull(number),
  longitude: orNull(number),
  timeZone: orNull(string),
  phone: orNull(string),
  open: described(orNull(ref('Open')), 'At the moment of the answer; null where the hours are not known.'),
}
const notPhrases = described(listOf(string), 'Phrases that hold its words and mean something else.')
const listOfEntries = (name: string, entry: string): Schema =>
  object({
    [name]: listOf(ref(entry)),
    total: described(integer, 'On all pages.'),
    next: described(orNull(uri), 'The address of the next page; null on the last one.'),
  })

function paths(collection: string, one: string, more: Parameter[] = []): Record<string, PathItem> {
  const name = one.charAt(0).toUpperCase() + one.slice(1)
  const plural = collection.charAt(0).toUpperCase() + collection.slice(1)
  const slug: Parameter = {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'In the language asked for, or in English.',
    schema: string,
  }
  return {
    [`/v1/${collection}`]: {
      get: {
        operationId: `list${plural}`,
        tags: [plural],
        summary: `Published ${collection} by name, in pages`,
        parameters: [localeParameter, ...page, ...more],
        responses: { 200: answers(ref(`${name}List`), `A page of ${collection}`), 400: badParameter },
      },
    },
    [`/v1/${collection}/{slug}`]: {
      get: {
        operationId: `get${name}`,
        tags: [plural],
        summary: `A ${one}, and what it is linked with`,
        parameters: [slug, localeParameter],
        responses: { 200: answers(ref(name), `The ${one}`), 301: moved, 400: badParameter, 404: notFound },
      },
    },
  }
}

/** What `serveVocabulary` answers. */
export const vocabularyApi: ApiPart = {
  paths: {
    ...paths('symptoms', 'symptom'),
    ...paths('remedies', 'remedy'),
    ...paths('clinics', 'clinic', [
      query('near', 'A place as latitude,longitude in degrees: clinics around it, the nearest first. Not with `q`.'),
      query('radius', 'How far from `near`, in kilometres.', { ...number, maximum: 1000, default: 25 }),
      query('openAt', 'With `near`: those that are open then. `now`, or an ISO 8601 time with its offset.'),
    ]),
    '/v1/lookup': {
      get: {
        operationId: 'lookUpCode',
        tags: ['Codes'],
        summary: 'The symptoms and remedies that carry a code, and the articles that link them',
        parameters: [
          query('system', 'snomed, icd-10-cm or mesh, or the OID or URI of one of them.', string, true),
          query('code', 'Without regard to case, and in ICD-10-CM to the point.', string, true),
          localeParameter,
        ],
        responses: { 200: answers(ref('Lookup'), 'What stands behind the code'), 400: badParameter },
      },
    },
    '/v1/infobutton': {
      get: {
        operationId: 'infobutton',
        tags: ['Codes'],
        summary: 'What a health record asks (HL7 Infobutton, as MedlinePlus Connect takes it)',
        description: 'An Atom feed in XML or JSON. Further criteria carry a number: `mainSearchCriteria.v.c1`.',
        parameters: [
          query('mainSearchCriteria.v.cs', 'The OID of the code system.', string, true),
          query('mainSearchCriteria.v.c', 'The code; without one the words are looked for.'),
          query('mainSearchCriteria.v.dn', 'The words for it.'),
          query('informationRecipient', 'Who reads it.', { type: 'string', enum: ['PAT', 'PROV', 'PAYOR'] }),
          query('informationRecipient.languageCode.c', 'en or es; English for any other.'),
          query('knowledgeResponseType', 'The form of the answer.', {
            type: 'string',
            enum: ['text/xml', 'application/json'],
            default: 'text/xml',
          }),
        ],
        responses: {
          200: {
            description: 'The feed',
            content: {
              'application/atom+xml': { schema: string },
              'application/json': { schema: object({ feed: { type: 'object' } }) },
            },
          },
          400: badParameter,
          503: notReady,
        },
      },
    },
    '/v1/search': {
      get: {
        operationId: 'search',
        tags: ['Search'],
        summary: 'Articles, symptoms, remedies and clinics by their words, the best first',
        parameters: [
          query('q', 'Up to 12 words.', { type: 'string', maxLength: 200 }, true),
          localeParameter,
          limit(50),
        ],
        responses: { 200: answers(ref('SearchAnswer'), 'What was found'), 400: badParameter, 503: notReady },
      },
    },
  },
  schemas: {
    ListedSymptom: object(symptom),
    ListedRemedy: object(remedy),
    ListedClinic: object(
      {
        ...clinic,
        distanceKm: described(number, 'From `near`.'),
        openAt: described(ref('Open'), 'At the time of `openAt`.'),
      },
      { optional: ['distanceKm', 'openAt'] },
    ),
    SymptomList: listOfEntries('symptoms', 'ListedSymptom'),
    RemedyList: listOfEntries('remedies', 'ListedRemedy'),
    ClinicList: listOfEntries('clinics', 'ListedClinic'),
    Code: object({ system, code: string, display: orNull(string) }),
    Open: object(
      {
        now: boolean,
        until: described(dateTime, 'Where it is open and will close.'),
        next: described(dateTime, 'When it opens next, within 60 days.'),
      },
      { optional: ['until', 'next'] },
    ),
    Symptom: object({
      ...symptom,
      ...whole,
      notPhrases,
      bodySites: listOf(string),
      redFlags: described(listOf(string), 'Signs that need help at once.'),
      codes: listOf(ref('Code')),
      relievedBy: listOf(ref('Reference')),
    }),
    Remedy: object({
      ...remedy,
      ...whole,
      notPhrases,
      instructions: object({ html: string, text: string }),
      frequency: orNull(string),
      cautions: orNull(string),
      evidence: object({ level: orNull(string), reference: orNull(string) }),
      codes: listOf(ref('Code')),
      relieves: listOf(ref('Reference')),
    }),
    Clinic: object({
      ...clinic,
      ...whole,
      hours: object({
        weekly: listOf(object({ day: string, opens: orNull(string), closes: orNull(string) })),
        exceptions: listOf(
          object({
            date: string,
            closed: boolean,
            opens: orNull(string),
            closes: orNull(string),
            note: orNull(string),
          }),
        ),
      }),
      website: orNull(uri),
      bookingUrl: orNull(uri),
      services: listOf(string),
      symptoms: described(listOf(ref('Reference')), 'Conditions treated.'),
      languages: listOf(string),
    }),
    Lookup: object({
      system,
      code: described(string, 'As entries carry it.'),
      locale: string,
      symptoms: listOf(ref('ListedSymptom')),
      remedies: listOf(ref('ListedRemedy')),
      articles: listOf(
        object({
          id: string,
          slug: string,
          title: string,
          summary: orNull(string),
          modified: dateTime,
          href: uri,
          fellBack,
        }),
      ),
    }),
    SearchAnswer: object({
      locale: string,
      results: listOf(
        object({
          kind: { type: 'string', enum: ['article', 'symptom', 'remedy', 'clinic'] },
          slug: string,
          name: string,
          href: uri,
          score: described(number, 'For comparing results of one answer.'),
          snippet: described(string, 'HTML: escaped words, those that were found in <mark>.'),
          modified: dateTime,
          fellBack,
        }),
      ),
      suggestions: listOf(string),
    }),
  },
}
