import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { ownLocale } from '../../access/ownLocale'
import { canPublish, isStaff } from '../../access/roles'
import { answerProblem } from '../answerProblem'
import { collectionOf } from '../vocabulary'

const longestPhrase = 120
const mostPhrases = 100

/** What the links panel is told about a phrase that it taught. */
export interface TaughtPhrase {
  name: string
  phrase: string
  /** Whether it holds from now on; otherwise it waits in a draft of the entry for somebody who may publish. */
  published: boolean
}

/**
 * `POST /api/linking/not-phrases`, for staff: `{kind, id, phrase, locale}` teaches a symptom or remedy a phrase that does not
 * mean it, in one language; with `forget: true` it takes the phrase away again. Who may not publish leaves a draft, and so does
 * everybody where the entry has a draft already, since publishing it would publish what else stands there.
 */
export const teachNotPhrase: Endpoint = {
  path: '/linking/not-phrases',
  method: 'post',
  handler: async (req) => {
    if (!isStaff(req.user)) return answerProblem(req.user ? 403 : 401, 'Only editors may change the vocabulary.')
    try {
      await addDataAndFileToRequest(req)
    } catch {
      return answerProblem(400, 'The body must be JSON.')
    }
    const asked = readAsked(req)
    if (typeof asked === 'string') return answerProblem(400, asked)
    try {
      const taught = await teach(asked, req)
      return typeof taught === 'string' ? answerProblem(409, taught) : Response.json(taught)
    } catch (error) {
      if (error instanceof ValidationError) return answerProblem(400, error.message)
      throw error
    }
  },
}

interface Asked {
  kind: 'symptom' | 'remedy'
  id: string
  phrase: string
  locale: 'en' | 'es'
  forget: boolean
}

function readAsked(req: PayloadRequest): Asked | string {
  const { kind, id, phrase, locale, forget = false } = (req.data ?? {}) as Record<string, unknown>
  const { localization } = req.payload.config
  if (kind !== 'symptom' && kind !== 'remedy') return 'kind must be symptom or remedy.'
  if (typeof id !== 'string' || id === '' || id.length > 100) return 'id must be the id of an entry.'
  if (typeof locale !== 'string' || !localization || !localization.localeCodes.includes(locale))
    return 'locale must be en or es.'
  if (typeof forget !== 'boolean') return 'forget must be true or false.'
  const words = typeof phrase === 'string' ? phrase.replace(/\s+/g, ' ').trim() : ''
  if (!/\p{L}/u.test(words) || words.length > longestPhrase)
    return `phrase must have words, and at most ${longestPhrase} characters.`
  return { kind, id, phrase: words, locale: locale as Asked['locale'], forget }
}

interface Entry {
  name: string
  notPhrases?: string[] | null
  _status?: string
}

/** @returns what happened, or why it cannot be */
async function teach({ kind, id, phrase, locale, forget }: Asked, req: PayloadRequest): Promise<TaughtPhrase | string> {
  const collection = collectionOf[kind] as Extract<CollectionSlug, 'symptoms' | 'remedies'>
  const entry = (await req.payload.findByID({
    collection,
    id,
    locale,
    fallbackLocale: false,
    draft: true,
    depth: 0,
    select: { name: true, notPhrases: true, _status: true },
    disableErrors: true,
    overrideAccess: false,
    req: ownLocale(req),
  })) as Entry | null
  if (!entry) return 'This entry is not there any more.'
  const same = (other: string) => other.localeCompare(phrase, locale, { sensitivity: 'accent' }) === 0
  const had = entry.notPhrases ?? []
  const knows = had.some(same)
  const published = entry._status === 'published'
  if (knows !== forget) return { name: entry.name, phrase, published }
  if (!forget && had.length >= mostPhrases) return `“${entry.name}” has ${mostPhrases} such phrases already.`

  const publish = published && canPublish(req.user)
  await req.payload.update({
    collection,
    id,
    locale,
    draft: !publish,
    depth: 0,
    data: {
      notPhrases: forget ? had.filter((other) => !same(other)) : [...had, phrase],
      _status: publish ? 'published' : 'draft',
    },
    overrideAccess: false,
    req: ownLocale(req),
  })
  return { name: entry.name, phrase, published: publish }
}
