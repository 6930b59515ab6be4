import type * as types from './types.generated'

/** The text of a file in this folder, with the types that `npm run generate` made of it. */
export interface Operation<Result, Variables> {
  text: string
  /** For the types alone. */
  of?: (variables: Variables) => Result
}

const texts = import.meta.glob<string>('./*.graphql', { query: '?raw', import: 'default', eager: true })

/** A file is sent as it stands, so that Saphena's GRAPHQL_OPERATIONS can serve this folder and nothing else. */
function read<Result, Variables>(name: string): Operation<Result, Variables> {
  const text = texts[`./${name}.graphql`]
  if (text === undefined) throw new Error(`There is no operation ${name}`)
  return { text }
}

export const operations = {
  addresses: read<types.AddressesQuery, types.AddressesQueryVariables>('addresses'),
  article: read<types.ArticleQuery, types.ArticleQueryVariables>('article'),
  articles: read<types.ArticlesQuery, types.ArticlesQueryVariables>('articles'),
  clinic: read<types.ClinicQuery, types.ClinicQueryVariables>('clinic'),
  clinics: read<types.ClinicsQuery, types.ClinicsQueryVariables>('clinics'),
  clinicsNear: read<types.ClinicsNearQuery, types.ClinicsNearQueryVariables>('clinicsNear'),
  definitions: read<types.DefinitionsQuery, types.DefinitionsQueryVariables>('definitions'),
  home: read<types.HomeQuery, types.HomeQueryVariables>('home'),
  moved: read<types.MovedQuery, types.MovedQueryVariables>('moved'),
  remedies: read<types.RemediesQuery, types.RemediesQueryVariables>('remedies'),
  remedy: read<types.RemedyQuery, types.RemedyQueryVariables>('remedy'),
  search: read<types.SearchQuery, types.SearchQueryVariables>('search'),
  symptom: read<types.SymptomQuery, types.SymptomQueryVariables>('symptom'),
  symptoms: read<types.SymptomsQuery, types.SymptomsQueryVariables>('symptoms'),
}
