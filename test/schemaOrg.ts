/** Properties of https://schema.org/Thing, which every type has. */
const thing = [
  'name',
  'alternateName',
  'description',
  'url',
  'image',
  'identifier',
  'sameAs',
  'subjectOf',
  'potentialAction',
]
const creativeWork = [
  'headline',
  'inLanguage',
  'about',
  'mentions',
  'author',
  'dateCreated',
  'datePublished',
  'dateModified',
  'citation',
  'timeRequired',
  'license',
  'creditText',
  'isAccessibleForFree',
]
const medicalEntity = ['code']

/** The types of schema.org that Saphena writes, with the properties that each has there, by itself or from the types above it. */
const types: Record<string, readonly string[]> = {
  MedicalWebPage: [...creativeWork, 'reviewedBy', 'lastReviewed', 'relatedLink'],
  MedicalSymptom: [...medicalEntity, 'possibleTreatment'],
  MedicalTherapy: [...medicalEntity, 'howPerformed', 'contraindication'],
  MedicalClinic: [
    'address',
    'geo',
    'telephone',
    'knowsLanguage',
    'openingHoursSpecification',
    'specialOpeningHoursSpecification',
    'makesOffer',
  ],
  MedicalCode: ['codeValue', 'codingSystem'],
  CreativeWork: creativeWork,
  ImageObject: ['width', 'height', 'caption'],
  OpeningHoursSpecification: ['dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough'],
  PostalAddress: ['streetAddress', 'addressLocality', 'addressRegion', 'postalCode', 'addressCountry'],
  GeoCoordinates: ['latitude', 'longitude'],
  PropertyValue: ['propertyID', 'value'],
  Offer: ['itemOffered'],
  Service: [],
  ReserveAction: ['target'],
  Person: [],
}

/** What in a JSON-LD node is none of schema.org's: a type that it does not have, or a property that the type does not. */
export function faultsOfJsonLd(node: unknown, top = true): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => faultsOfJsonLd(each, false))
  if (typeof node !== 'object' || node === null) return []
  const { '@context': context, '@type': type, '@id': id, ...properties } = node as Record<string, unknown>
  const known = types[String(type)]
  if (!known) return [`${type} is no type`]
  return [
    ...(top && context !== 'https://schema.org' ? ['its context is not https://schema.org'] : []),
    ...(top && id !== properties.url ? ['its id is not its address'] : []),
    ...Object.entries(properties).flatMap(([name, value]) => [
      ...(known.includes(name) || thing.includes(name) ? [] : [`${type} has no ${name}`]),
      ...faultsOfJsonLd(value, false),
    ]),
  ]
}
