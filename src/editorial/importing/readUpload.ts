import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { isStaff } from '../../access/roles'
import { type ArticleFile, readArticleFile } from '../../richtext/readArticleFile'
import { UnreadableFile } from '../../richtext/UnreadableFile'
import { answerProblem } from '../answerProblem'
import { localeIn } from './localeIn'
import { onlyPostIn } from './postSource'
import { splitLocale } from './splitLocale'

/** A file that somebody sent to be imported, read and in memory only, with what he chose for it. */
export interface Upload {
  article: ArticleFile
  /** What the hash is taken of. */
  bytes: Uint8Array
  /** By which the file is known again: its name, without the language in it; of a post in WordPress its site and number. */
  source: string
  locale: 'en' | 'es'
  warnings: string[]
  /** The other fields of the form, not looked at yet. */
  chosen: Record<string, unknown>
}

/**
 * An endpoint that takes one file of staff in each request, as a form with the file in `file` and choices as JSON in `_payload`. How
 * large the file may be the server's limits say before it is read, and `readArticleFile` what it may unpack to.
 */
export const uploadEndpoint = (
  path: string,
  handle: (req: PayloadRequest, upload: Upload) => Promise<object | Response>,
): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    if (!isStaff(req.user)) return answerProblem(req.user ? 403 : 401, 'Only editors may import.')
    try {
      await addDataAndFileToRequest(req)
    } catch (error) {
      return answerProblem((error as { status?: number }).status === 413 ? 413 : 400, 'The file could not be received.')
    }
    const { file } = req
    if (!file?.data || !file.name) return answerProblem(400, 'Send one file, in the field named file.')
    try {
      const answer = await handle(req, await inTurn(() => read(file, (req.data ?? {}) as Upload['chosen'])))
      if (answer instanceof Response) return answer
      return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      if (error instanceof UnreadableFile) return answerProblem(422, `It cannot be imported: ${error.reason}.`)
      throw error
    }
  },
})

async function read(file: NonNullable<PayloadRequest['file']>, chosen: Upload['chosen']): Promise<Upload> {
  const name = file.name.replace(/^.*[/\\]/, '')
  const { locale: named, ...byName } = splitLocale(name)
  const { article, bytes, source } = /\.xml$/i.test(name)
    ? onlyPostIn(file.data)
    : { article: await readArticleFile({ name, bytes: file.data }), bytes: file.data, ...byName }
  const { locale: own, warning } = ownLocale(article.locale)
  const wanted = chosen.locale === 'en' || chosen.locale === 'es' ? chosen.locale : undefined
  return {
    article,
    bytes,
    source,
    locale: wanted ?? named ?? own ?? 'en',
    warnings: [...article.warnings, ...(warning ? [warning] : [])],
    chosen,
  }
}

function ownLocale(tag: string | undefined): { locale?: 'en' | 'es' | undefined; warning?: string } {
  try {
    return { locale: localeIn(tag) }
  } catch (error) {
    return { warning: (error as Error).message }
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One file is unpacked at a time: what a Word document may unpack to is bounded, and so is what all of them do together. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const run = last.then(work)
  last = run.catch(() => undefined)
  return run
}
