import { escapeHtml, openTag } from '../../richtext/escapeHtml'
import type { Locale } from '../addresses'
import type { DeliveredArticle, Image, LinkedTerm, Reference } from '../articles/article'
import type { DeliveredClinic, DeliveredRemedy, DeliveredSymptom } from '../vocabulary/entries'
import type { DescribedDraft } from './describeDraft'
import { dateIn, type PreviewWords, previewWords } from './previewWords'

/**
 * A draft as the inside of a page's `main`: what the endpoints answer, with tags around it. Every word is escaped here, but for the
 * HTML of texts, which `toHtml` made of a fixed list of tags.
 */
export function draftHtml(described: DescribedDraft, locale: Locale): string {
  const words = previewWords[locale]
  const html = described.collection === 'articles' ? articleHtml(described.article, words) : entryHtml(described, words)
  const { fellBack } = described.collection === 'articles' ? described.article : described.entry
  return `${fellBack.length > 0 ? `<p class="note">${words.fellBack}</p>` : ''}${html}`
}

/** Where a page lists a term that its text links. */
export const anchorOf = (collection: string, slug: string): string => `${collection}-${slug}`

function articleHtml(article: DeliveredArticle, words: PreviewWords): string {
  const { title, summary, recall, hero, keyPoints, sections, references, related, readingTimeMinutes } = article
  const cited = references.filter((reference) => reference.citation) // a row that was just added has none
  return [
    heading(title, words),
    paragraph(summary, 'summary'),
    sections.length > 0 ? paragraph(words.minutes(readingTimeMinutes), 'quiet') : '',
    recall
      ? `<section class="recall" role="note"><h2>${recall.kind === 'recalled' ? words.recalled : words.corrected}</h2>${lines(recall.reason)}</section>`
      : '',
    hero ? picture(hero) : '',
    box(words.keyPoints, keyPoints, 'points'),
    ...sections.map(({ anchor, heading: words, level, html }) =>
      level === 0 ? html : `${openTag(`h${level}`, { id: anchor })}${escapeHtml(words)}</h${level}>\n${html}`,
    ),
    seekCare(article, words),
    linked(article, words),
    cited.length > 0
      ? `<section class="references"><h2>${words.references}</h2><ol>${cited.map(citation).join('')}</ol></section>`
      : '',
    byline(article, words),
    box(
      words.related,
      related.map((each) => each.title),
      'quiet',
    ),
  ].join('\n')
}

function seekCare({ seekCare: { urgency, text } }: DeliveredArticle, words: PreviewWords): string {
  if (!urgency && !text) return ''
  const title = words.seekCare[urgency ?? 'self-care']
  return `<section class="care care-${urgency ?? 'self-care'}" aria-label="${title}"><h2>${title}</h2>${lines(text ?? '')}</section>`
}

function linked({ symptoms, remedies, clinics }: DeliveredArticle, words: PreviewWords): string {
  const list = (collection: string, terms: LinkedTerm[]) =>
    terms.map(({ slug, name }) => `${openTag('li', { id: anchorOf(collection, slug) })}${escapeHtml(name)}</li>`)
  const items = [...list('symptoms', symptoms), ...list('remedies', remedies), ...list('clinics', clinics)]
  return items.length > 0 ? `<section class="linked"><h2>${words.linked}</h2><ul>${items.join('')}</ul></section>` : ''
}

function citation({ citation, url, doi, pmid }: DeliveredArticle['references'][number]): string {
  const ids = [doi ? `doi:${doi}` : '', pmid ? `PMID ${pmid}` : ''].filter(Boolean).map(escapeHtml).join(' · ')
  const words = url
    ? `${openTag('a', { href: url, rel: 'noopener noreferrer' })}${escapeHtml(citation)}</a>`
    : escapeHtml(citation)
  return `<li>${words}${ids ? ` <span class="quiet">${ids}</span>` : ''}</li>`
}

function byline({ byline: { author, reviewer }, reviewedOn, locale }: DeliveredArticle, words: PreviewWords): string {
  const on = reviewedOn ? dateIn(locale, reviewedOn) : null
  const said = [author ? words.writtenBy(author) : '', reviewer || on ? words.reviewed(reviewer, on) : ''].filter(
    Boolean,
  )
  return paragraph(said.join(' · '), 'quiet')
}

function entryHtml(described: Exclude<DescribedDraft, { collection: 'articles' }>, words: PreviewWords): string {
  const { collection, entry } = described
  const synonyms = 'synonyms' in entry ? entry.synonyms : []
  return [
    heading(entry.name, words),
    synonyms.length > 0 ? paragraph(`${words.alsoCalled}: ${synonyms.join(', ')}`, 'quiet') : '',
    ...parts[collection](entry as never, words),
    box(
      words.related,
      entry.articles.map(({ title }) => title),
      'quiet',
    ),
  ].join('\n')
}

const parts: Record<'symptoms' | 'remedies' | 'clinics', (entry: never, words: PreviewWords) => string[]> = {
  symptoms: ({ description, redFlags, relievedBy }: DeliveredSymptom, words) => [
    lines(description ?? ''),
    redFlags.length > 0 ? box(words.redFlags, redFlags, 'care care-emergency') : '',
    box(words.relief, names(relievedBy), 'linked'),
  ],
  remedies: ({ instructions, frequency, cautions, relieves }: DeliveredRemedy, words) => [
    instructions.html ? `<h2>${words.howTo}</h2>\n${instructions.html}` : '',
    frequency ? `<h2>${words.howOften}</h2>${lines(frequency)}` : '',
    cautions ? `<section class="care care-clinician"><h2>${words.cautions}</h2>${lines(cautions)}</section>` : '',
    box(words.helpsWith, names(relieves), 'linked'),
  ],
  clinics: ({ address, phone, services, symptoms }: DeliveredClinic, words) => [
    lines(
      [address.street, [address.postalCode, address.city].filter(Boolean).join(' '), address.region, address.country]
        .filter(Boolean)
        .join('\n'),
    ),
    phone ? paragraph(`${words.phone}: ${phone}`) : '',
    box(words.services, services, 'linked'),
    box(words.helpsWith, names(symptoms), 'linked'),
  ],
}

const names = (references: Reference[]): string[] => references.map(({ name }) => name)

const heading = (title: string | null, words: PreviewWords): string =>
  title ? `<h1>${escapeHtml(title)}</h1>` : `<h1 class="quiet">${words.empty}</h1>`

function paragraph(words: string | null, name = ''): string {
  return words ? `${openTag('p', { class: name || undefined })}${escapeHtml(words)}</p>` : ''
}

const lines = (text: string): string =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')

const box = (title: string, items: readonly string[], name: string): string =>
  items.length > 0
    ? `<section class="${name}"><h2>${title}</h2><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul></section>`
    : ''

function picture({ url, alt, width, height, caption }: Image): string {
  const size = { ...(width ? { width } : {}), ...(height ? { height } : {}) }
  return `<figure>${openTag('img', { src: url, alt, ...size })}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`
}

/** Empty where there is none yet: a draft may be incomplete. */
export const titleOf = (described: DescribedDraft): string =>
  (described.collection === 'articles' ? described.article.title : described.entry.name) ?? ''
