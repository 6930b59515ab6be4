import type { PayloadRequest } from 'payload'
import { toText } from '../../richtext/toText'
import { mentionsOf, readDecisions, readMentions } from '../linkArticle'
import { readVocabulary } from '../vocabulary'
import type { Finding } from './checkArticle'
import { checkPublication, readStored } from './checkPublication'
import type { ArticleValues } from './readForCheck'

/** What would stand between an article and its readers if it were published as a form or a file has it now. Nothing is stored. */
export async function checkUnsaved(
  { id, locale, data }: { id?: string; locale: string; data: Record<string, unknown> },
  req: PayloadRequest,
): Promise<Finding[]> {
  const stored = (id ? await readStored(id, locale, 'draft', req) : undefined) as Record<string, unknown> | undefined
  const values = { ...stored, ...data } as ArticleValues & { linkDecisions?: unknown }
  const { text, sections } = toText(values.body)
  const mentions = mentionsOf(
    text,
    sections,
    await readVocabulary(req, locale),
    readMentions(values.mentions).filter((mention) => typeof mention.text === 'string'),
    readDecisions(stored?.linkDecisions),
  )
  return checkPublication(
    { ...(id ? { id } : {}), locale, values: { ...values, mentions }, others: 'draft', evenIfHidden: true },
    req,
  )
}
