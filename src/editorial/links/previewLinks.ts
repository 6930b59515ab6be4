import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { isStaff } from '../../access/roles'
import { findMentions } from '../../linking/findMentions'
import { findSymptomPhrases, type SymptomPhrase } from '../../linking/findSymptomPhrases'
import type { CompiledVocabulary } from '../../linking/vocabulary'
import { toText } from '../../richtext/toText'
import { answerProblem } from '../answerProblem'
import { foundIn, type StoredMention } from '../linkArticle'
import { readVocabulary } from '../vocabulary'
import { pace } from './pace'
import { readUnpublishedVocabulary } from './unpublishedVocabulary'

const longestText = 1_000_000

/** What the links panel and other editors' tools are answered: the text, and what was found in it. */
export interface Preview {
  text: string
  /** Each as it would be kept with the article, before anybody decided on it. */
  mentions: StoredMention[]
  /** Of entries, or words of entries, that are not published yet and so link nothing. */
  unpublished: StoredMention[]
  /** Phrases that look like symptoms and are in no vocabulary. */
  phrases: SymptomPhrase[]
}

/** More than anybody types; a script that asks without pause is told to wait. */
const waitFor = pace({ atOnce: 30, perSecond: 10 })

/** `POST /api/linking/preview`, for staff: `{text, locale}` or `{body, locale}` to the mentions in it; nothing is stored. */
export const previewLinks: Endpoint = {
  path: '/linking/preview',
  method: 'post',
  handler: async (req) => {
    if (!req.user || !isStaff(req.user)) return answerProblem(req.user ? 403 : 401, 'Only editors may preview links.')
    const seconds = waitFor(req.user.id)
    if (seconds > 0) return answerProblem(429, 'That is more than anybody types.', { 'retry-after': String(seconds) })
    try {
      await addDataAndFileToRequest(req)
    } catch {
      return answerProblem(400, 'The body must be JSON.')
    }
    const { text, body, locale = 'en' } = (req.data ?? {}) as { text?: unknown; body?: unknown; locale?: unknown }
    const { localization } = req.payload.config
    if (typeof locale !== 'string' || !localization || !localization.localeCodes.includes(locale))
      return answerProblem(400, 'locale must be en or es.')
    if ((typeof text === 'string') === (typeof body === 'object' && body !== null))
      return answerProblem(400, 'Send either text, a string, or body, a Lexical state.')
    const { text: words, sections } = typeof text === 'string' ? { text, sections: [] } : toText(body)
    if (words.length > longestText) return answerProblem(413, `The text may have at most ${longestText} characters.`)

    const vocabulary = await readVocabulary(req, locale)
    const mentions = foundIn(words, sections, vocabulary)
    const unpublished = apartFrom(mentions, foundIn(words, sections, await readUnpublishedVocabulary(req, locale)))
    const preview: Preview = {
      text: words,
      mentions,
      unpublished,
      phrases: findSymptomPhrases(words, locale, [...mentions, ...unpublished]).filter(
        // a term that is not meant here is no new one
        (phrase) => !isTerm(phrase.text, vocabulary.compiled),
      ),
    }
    return Response.json(preview, { headers: { 'cache-control': 'no-store' } })
  },
}

/** Those places that touch none of the others; both in the order of the text, so that each is looked at once. */
function apartFrom<Place extends { start: number; end: number }>(
  others: readonly { start: number; end: number }[],
  places: readonly Place[],
): Place[] {
  let next = 0
  return places.filter(({ start, end }) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= end
  })
}

const isTerm = (phrase: string, vocabulary: CompiledVocabulary): boolean =>
  findMentions(phrase, vocabulary).some(({ start, end }) => start === 0 && end === phrase.length)
