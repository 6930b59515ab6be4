import type { ArticleView } from '../components/Article.astro'
import type { ClinicView } from '../components/Clinic.astro'
import type { RemedyView } from '../components/Remedy.astro'
import type { SymptomView } from '../components/Symptom.astro'
import { addressesOf } from '../openPage'
import { operations } from '../operations/operations'
import type { Ask } from '../server/askSaphena'
import type { Settings } from '../server/readSettings'
import { isLocale, type Locale } from '../words'

export type Draft = { locale: Locale; title: string } & (
  | { article: ArticleView }
  | { symptom: SymptomView }
  | { remedy: RemedyView }
  | { clinic: ClinicView }
)

/** What `/v1/preview` answers of these; the rest has the names that GraphQL gives it. */
type Answered = Record<string, unknown> & {
  locale: string
  symptoms: { slug: string; name: string }[]
  remedies: { slug: string; name: string }[]
  articles: { slug: string; title: string; fellBack: string[] }[]
}

/**
 * The draft that a preview's token is for, in the shape that the pages' components show.
 *
 * @param form what its editor has typed, as the admin posts it
 * @returns undefined where the token is none, or its time is over
 */
export async function readDraft(
  { saphenaUrl, siteUrl }: Settings,
  ask: Ask,
  token: string,
  form?: string,
): Promise<Draft | undefined> {
  const addresses = addressesOf(siteUrl)
  const response = await fetch(`${saphenaUrl}/v1/preview?${new URLSearchParams({ token, addresses })}`, {
    ...(form ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: form } : {}),
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) return undefined
  const answered = (await response.json()) as Answered
  const locale = isLocale(answered.locale) ? answered.locale : 'en'
  const title = String(answered.title ?? answered.name ?? '')
  if ('sections' in answered) return { locale, title, article: await toArticle(answered, locale, ask, addresses) }
  const entry = { ...answered, linkedArticles: answered.articles }
  if ('redFlags' in answered) return { locale, title, symptom: entry as unknown as SymptomView }
  if ('hours' in answered) return { locale, title, clinic: entry as unknown as ClinicView }
  const { html } = answered.instructions as { html: string }
  const remedy = { ...entry, instructionsHtml: html, symptoms: { docs: answered.relieves } }
  return { locale, title, remedy: remedy as unknown as RemedyView }
}

/** With the definitions of what it links, which are published. */
async function toArticle(answered: Answered, locale: Locale, ask: Ask, addresses: string): Promise<ArticleView> {
  const slugsOf = (terms: { slug: string }[]) => terms.map(({ slug }) => slug)
  const { Symptoms, Remedies } = await ask(operations.definitions, {
    locale,
    symptoms: slugsOf(answered.symptoms),
    remedies: slugsOf(answered.remedies),
    addresses,
  })
  return {
    ...(answered as unknown as ArticleView),
    firstPublished: answered.published as string | null,
    updatedAt: answered.modified as string,
    symptoms: Symptoms?.docs ?? [],
    remedies: Remedies?.docs ?? [],
  }
}
