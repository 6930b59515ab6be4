import type { PayloadRequest } from 'payload'
import { toText } from '../../richtext/toText'
import { mentionsOf, readDecisions, readMentions } from '../linkArticle'
import { articleIn } from '../review/clinicalContent'
import { readVocabulary } from '../vocabulary'
import type { Finding } from './checkArticle'
import { checkPublication } from './checkPublication'
import type { ArticleValues } from './readForCheck'
import { readRow } from './readRow'

/** What would stand between an article and its readers if it were published as a form or a file has it now. Nothing is stored. */
export async function checkUnsaved(
  { id, locale, data }: { id?: string; locale: string; data: Record<string, unknown> },
  req: PayloadRequest,
): Promise<Finding[]> {
  const row = id ? await readRow(id, 'draft', req) : undefined
  const values: ArticleValues = { ...(row && articleIn(row, locale)), ...data }
  const { text, sections } = toText(values.body)
  const mentions = mentionsOf(
    text,
    sections,
    await readVocabulary(req, locale),
    readMentions(values.mentions).filter((mention) => typeof mention.text === 'string'),
    readDecisions(row?.linkDecisions),
  )
  return checkPublication(
    { ...(id ? { id } : {}), locale, values: { ...values, mentions }, others: 'draft', evenIfHidden: true },
    req,
  )
}
