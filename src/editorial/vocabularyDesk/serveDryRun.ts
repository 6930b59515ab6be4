import type { Endpoint } from 'payload'
import { answer, isDeskCollection, isLocale, readJson, refuse, refuseStrangers } from './answer'
import { kindOf } from './deskEntry'
import { tryTerms } from './tryTerms'

const mostWords = 100
const longestWord = 120

/**
 * `POST /api/vocabulary/dry-run`, for staff: `{collection, id?, locale, name, synonyms?, notPhrases?}`, the words that an entry would
 * have, to what would change in all articles. Nothing is stored.
 */
export const serveDryRun: Endpoint = {
  path: '/vocabulary/dry-run',
  method: 'post',
  handler: async (req) => {
    const refused = refuseStrangers(req)
    if (refused) return refused
    const data = await readJson(req)
    if (!data) return refuse(400, 'The body must be a JSON object.')
    const { collection, id, locale = 'en', name = '', synonyms = [], notPhrases = [] } = data
    if (!isDeskCollection(collection)) return refuse(400, 'collection must be symptoms or remedies.')
    if (!isLocale(locale, req)) return refuse(400, 'locale must be en or es.')
    if (id !== undefined && (typeof id !== 'string' || id.length > 64)) return refuse(400, 'id must be an entry’s id.')
    if (typeof name !== 'string' || name.length > longestWord)
      return refuse(400, `name must be a text of at most ${longestWord} characters.`)
    if (!areWords(synonyms) || !areWords(notPhrases))
      return refuse(
        400,
        `synonyms and notPhrases must be lists of at most ${mostWords} texts of at most ${longestWord} characters.`,
      )
    return answer(await tryTerms({ kind: kindOf[collection], id, locale, name, synonyms, notPhrases }, req))
  },
}

const areWords = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= mostWords &&
  value.every((each) => typeof each === 'string' && each.length <= longestWord)
