// Written by npm run generate.
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
  /** A field whose value conforms to the standard internet email address format as specified in HTML Spec: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address. */
  EmailAddress: { input: any; output: any; }
  /** The `JSON` scalar type represents JSON values as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSON: { input: unknown; output: unknown; }
  /** The `JSONObject` scalar type represents JSON objects as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSONObject: { input: any; output: any; }
};

export type Article_Recall_Kind =
  | 'corrected'
  | 'recalled';

export type Article_SeekCare_Urgency =
  | 'clinician'
  | 'emergency'
  | 'self_care'
  | 'urgent';

export type Clinic_Hours_Weekly_Day =
  | 'friday'
  | 'monday'
  | 'saturday'
  | 'sunday'
  | 'thursday'
  | 'tuesday'
  | 'wednesday';

export type LocaleInputType =
  | 'en'
  | 'es';

export type Symptom_Urgency =
  | 'clinician'
  | 'emergency'
  | 'self_care'
  | 'urgent';

export type AddressesQueryVariables = Exact<{
  page: Scalars['Int']['input'];
}>;


export type AddressesQuery = { Articles?: { hasNextPage: boolean, docs: Array<{ updatedAt?: string | null, locales: Array<{ locale: string, slug: string }> }> } | null, Symptoms?: { hasNextPage: boolean, docs: Array<{ updatedAt?: string | null, locales: Array<{ locale: string, slug: string }> }> } | null, Remedies?: { hasNextPage: boolean, docs: Array<{ updatedAt?: string | null, locales: Array<{ locale: string, slug: string }> }> } | null, Clinics?: { hasNextPage: boolean, docs: Array<{ updatedAt?: string | null, locales: Array<{ locale: string, slug: string }> }> } | null };

export type ArticleQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  locale: LocaleInputType;
  addresses: Scalars['String']['input'];
}>;


export type ArticleQuery = { articleBySlug?: { slug?: string | null, title?: string | null, summary?: string | null, fellBack?: Array<string> | null, keyPoints?: Array<string> | null, reviewedOn?: string | null, nextReviewDue?: string | null, firstPublished?: string | null, updatedAt?: string | null, license?: string | null, attribution?: string | null, jsonLd?: unknown | null, locales: Array<{ locale: string, slug: string }>, hero?: { url?: string | null, alt?: string | null, caption?: string | null, width?: number | null, height?: number | null } | null, seekCare?: { urgency?: Article_SeekCare_Urgency | null, text?: string | null } | null, sections?: Array<{ anchor: string, heading: string, level: number, html: string }> | null, symptoms?: Array<{ slug?: string | null, name?: string | null, description?: string | null }> | null, remedies?: Array<{ slug?: string | null, name?: string | null, instructionsHtml?: string | null }> | null, clinics?: Array<{ slug?: string | null, name?: string | null, address?: { city?: string | null } | null }> | null, references?: Array<{ citation?: string | null, url?: string | null, doi?: string | null, pmid?: string | null }> | null, byline?: { author?: string | null, reviewer?: string | null } | null, recall?: { kind?: Article_Recall_Kind | null, reason?: string | null, at?: string | null } | null, seo?: { title?: string | null, description?: string | null } | null, related: Array<{ slug: string, title: string }> } | null };

export type ArticlesQueryVariables = Exact<{
  locale: LocaleInputType;
  page: Scalars['Int']['input'];
}>;


export type ArticlesQuery = { Articles?: { hasNextPage: boolean, docs: Array<{ slug?: string | null, title?: string | null, summary?: string | null, fellBack?: Array<string> | null, updatedAt?: string | null, recall?: { kind?: Article_Recall_Kind | null } | null }> } | null };

export type ClinicQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  locale: LocaleInputType;
  addresses: Scalars['String']['input'];
}>;


export type ClinicQuery = { clinicBySlug?: { slug?: string | null, name?: string | null, fellBack?: Array<string> | null, phone?: string | null, website?: string | null, bookingUrl?: string | null, services?: Array<string> | null, languages?: Array<string> | null, jsonLd?: unknown | null, locales: Array<{ locale: string, slug: string }>, address?: { street?: string | null, city?: string | null, region?: string | null, postalCode?: string | null, country?: string | null } | null, hours?: { weekly?: Array<{ day?: Clinic_Hours_Weekly_Day | null, opens?: string | null, closes?: string | null }> | null, exceptions?: Array<{ date?: string | null, closed?: boolean | null, opens?: string | null, closes?: string | null, note?: string | null }> | null } | null, symptoms?: Array<{ slug?: string | null, name?: string | null }> | null, linkedArticles: Array<{ slug: string, title: string, fellBack: Array<string> }> } | null };

export type ClinicsQueryVariables = Exact<{
  locale: LocaleInputType;
  page: Scalars['Int']['input'];
}>;


export type ClinicsQuery = { Clinics?: { hasNextPage: boolean, docs: Array<{ slug?: string | null, name?: string | null, latitude?: number | null, longitude?: number | null, phone?: string | null, fellBack?: Array<string> | null, address?: { street?: string | null, city?: string | null, region?: string | null, postalCode?: string | null, country?: string | null } | null }> } | null };

export type ClinicsNearQueryVariables = Exact<{
  locale: LocaleInputType;
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  radius: Scalars['Float']['input'];
}>;


export type ClinicsNearQuery = { clinicsNear: Array<{ distanceKm: number, clinic: { slug?: string | null, name?: string | null, latitude?: number | null, longitude?: number | null, phone?: string | null, fellBack?: Array<string> | null, address?: { street?: string | null, city?: string | null, region?: string | null, postalCode?: string | null, country?: string | null } | null } }> };

export type DefinitionsQueryVariables = Exact<{
  locale: LocaleInputType;
  symptoms: Array<Scalars['String']['input']> | Scalars['String']['input'];
  remedies: Array<Scalars['String']['input']> | Scalars['String']['input'];
  addresses: Scalars['String']['input'];
}>;


export type DefinitionsQuery = { Symptoms?: { docs: Array<{ slug?: string | null, name?: string | null, description?: string | null }> } | null, Remedies?: { docs: Array<{ slug?: string | null, name?: string | null, instructionsHtml?: string | null }> } | null };

export type HomeQueryVariables = Exact<{
  locale: LocaleInputType;
}>;


export type HomeQuery = { Articles?: { docs: Array<{ slug?: string | null, title?: string | null, summary?: string | null, fellBack?: Array<string> | null, recall?: { kind?: Article_Recall_Kind | null } | null }> } | null, Symptoms?: { docs: Array<{ slug?: string | null, name?: string | null, fellBack?: Array<string> | null }> } | null };

export type MovedQueryVariables = Exact<{
  from: Scalars['String']['input'];
  collection: Scalars['String']['input'];
  locale: LocaleInputType;
}>;


export type MovedQuery = { Redirects?: { docs: Array<{ document?: { value?: { slug?: string | null } | { slug?: string | null } | { slug?: string | null } | { slug?: string | null } | null } | null }> } | null };

export type RemediesQueryVariables = Exact<{
  locale: LocaleInputType;
  page: Scalars['Int']['input'];
}>;


export type RemediesQuery = { Remedies?: { hasNextPage: boolean, docs: Array<{ slug?: string | null, name?: string | null, fellBack?: Array<string> | null }> } | null };

export type RemedyQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  locale: LocaleInputType;
  addresses: Scalars['String']['input'];
}>;


export type RemedyQuery = { remedyBySlug?: { slug?: string | null, name?: string | null, synonyms?: Array<string> | null, instructionsHtml?: string | null, frequency?: string | null, cautions?: string | null, fellBack?: Array<string> | null, jsonLd?: unknown | null, locales: Array<{ locale: string, slug: string }>, symptoms?: { docs: Array<{ slug?: string | null, name?: string | null }> } | null, linkedArticles: Array<{ slug: string, title: string, fellBack: Array<string> }> } | null };

export type SearchQueryVariables = Exact<{
  query: Scalars['String']['input'];
  locale: LocaleInputType;
}>;


export type SearchQuery = { searchArticles: Array<{ snippet: string, article: { slug?: string | null, title?: string | null, summary?: string | null, fellBack?: Array<string> | null, recall?: { kind?: Article_Recall_Kind | null } | null } }> };

export type SymptomQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  locale: LocaleInputType;
  addresses: Scalars['String']['input'];
}>;


export type SymptomQuery = { symptomBySlug?: { slug?: string | null, name?: string | null, synonyms?: Array<string> | null, description?: string | null, urgency?: Symptom_Urgency | null, redFlags?: Array<string> | null, fellBack?: Array<string> | null, jsonLd?: unknown | null, locales: Array<{ locale: string, slug: string }>, relievedBy?: Array<{ slug?: string | null, name?: string | null }> | null, linkedArticles: Array<{ slug: string, title: string, fellBack: Array<string> }> } | null };

export type SymptomsQueryVariables = Exact<{
  locale: LocaleInputType;
  page: Scalars['Int']['input'];
}>;


export type SymptomsQuery = { Symptoms?: { hasNextPage: boolean, docs: Array<{ slug?: string | null, name?: string | null, synonyms?: Array<string> | null, fellBack?: Array<string> | null }> } | null };
