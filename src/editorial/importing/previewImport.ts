import type { PayloadRequest } from 'payload'
import type { Kind } from '../../linking/vocabulary'
import { toText } from '../../richtext/toText'
import { hashOf } from '../importArticle'
import { linksTarget, mentionsOf, readDecisions } from '../linkArticle'
import { readVocabulary } from '../vocabulary'
import { findBrokenReferences } from './findBrokenReferences'
import { findImported, type KnownArticle } from './findImported'
import { type Upload, uploadEndpoint } from './readUpload'

/** What would become of a file. */
export interface ImportPreview {
  title: string
  summary: string | null
  locale: 'en' | 'es'
  words: number
  headings: { level: number; heading: string }[]
  /** What the words would be linked to, in the order of the text, and how often: by themselves, and only if an editor says so. */
  links: { kind: Kind; name: string; linked: number; suggested: number }[]
  /** A line for each thing that an editor should look at. */
  warnings: string[]
  known: KnownArticle | null
}

const mostHeadings = 200

/** `POST /api/import/preview`, for staff: what a file would become. Nothing of it is kept. */
export const previewImport = uploadEndpoint('/import/preview', describe)

async function describe(req: PayloadRequest, upload: Upload): Promise<ImportPreview> {
  const { article, locale, bytes, source, warnings } = upload
  const { text, sections } = toText(article.body)
  const known = await findImported(req.payload, { source, hash: hashOf(bytes) }, locale)
  return {
    title: article.title,
    summary: article.summary ?? null,
    locale,
    words: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0,
    headings: sections
      .filter(({ level }) => level > 0)
      .slice(0, mostHeadings)
      .map(({ level, heading }) => ({ level, heading })),
    links: await linksIn(req, text, sections, locale),
    warnings: [...warnings, ...findBrokenReferences(text)],
    known: known ?? null,
  }
}

async function linksIn(
  req: PayloadRequest,
  text: string,
  sections: Parameters<typeof mentionsOf>[1],
  locale: 'en' | 'es',
): Promise<ImportPreview['links']> {
  const mentions = mentionsOf(text, sections, await readVocabulary(req, locale), [], readDecisions(undefined))
  const links = new Map<string, ImportPreview['links'][number]>()
  for (const mention of mentions) {
    if (mention.negated) continue
    const { kind, name, target } = mention
    const link = links.get(target) ?? { kind, name, linked: 0, suggested: 0 }
    if (linksTarget(mention)) link.linked++
    else link.suggested++
    links.set(target, link)
  }
  return [...links.values()]
}
