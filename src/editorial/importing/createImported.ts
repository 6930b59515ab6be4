import type { BasePayload, PayloadRequest } from 'payload'
import { answerProblem } from '../answerProblem'
import { findBySource, importArticle } from '../importArticle'
import { type Upload, uploadEndpoint } from './readUpload'
import { reasonOf } from './reasonOf'

/** What an editor chose for a file, beside its language. */
interface Choices {
  title?: unknown
  /** `new` makes an article of its own of a file whose name is known already; otherwise the article of that name is brought up to date. */
  how?: unknown
}

const longestTitle = 200

/** `POST /api/import/create`, for staff: a draft of one file, or a new draft of the article that came from it before. */
export const createImported = uploadEndpoint('/import/create', create)

async function create(req: PayloadRequest, upload: Upload): Promise<object | Response> {
  const { article, bytes, source, locale } = upload
  const { title, how } = upload.chosen as Choices
  const chosenTitle = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : ''
  if (chosenTitle.length > longestTitle) return answerProblem(422, `A title has at most ${longestTitle} characters.`)
  const from = {
    article: { ...article, title: chosenTitle || article.title },
    source: how === 'new' ? await freeSource(req.payload, source) : source,
    bytes,
  }
  try {
    return await importArticle(req.payload, from, { locale, publish: false, dryRun: false, req })
  } catch (error) {
    const { status = 500 } = error as { status?: number }
    if (status < 500) return answerProblem(status === 403 ? 403 : 422, reasonOf(error))
    throw error
  }
}

/** A source that no article came from yet: two leaflets may bear one file name. */
async function freeSource(payload: BasePayload, source: string): Promise<string> {
  for (let number = 1; ; number++) {
    const free = number === 1 ? source : `${source} (${number})`
    if (!(await findBySource(payload, free, 'en', true))) return free
  }
}
