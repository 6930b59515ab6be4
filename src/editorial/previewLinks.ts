import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { isStaff } from '../access/roles'
import { findMentions, type Mention } from '../linking/findMentions'
import { toText } from '../richtext/toText'
import { answerProblem } from './answerProblem'
import { readVocabulary } from './vocabulary'

const longestText = 1_000_000

/** What the links panel and other editors' tools are answered: the text, and what was found in it. */
interface Preview {
  text: string
  mentions: Mention[]
}

/** `POST /api/linking/preview`, for staff: `{text, locale}` or `{body, locale}` to the mentions in it; nothing is stored. */
export const previewLinks: Endpoint = {
  path: '/linking/preview',
  method: 'post',
  handler: async (req) => {
    if (!isStaff(req.user)) return answerProblem(req.user ? 403 : 401, 'Only editors may preview links.')
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
    const { text: words, sections } =
      typeof text === 'string' ? { text, sections: [] } : toText(body as Parameters<typeof toText>[0])
    if (words.length > longestText) return answerProblem(413, `The text may have at most ${longestText} characters.`)
    const { compiled } = await readVocabulary(req, locale)
    const preview: Preview = { text: words, mentions: findMentions(words, compiled, { sections }) }
    return Response.json(preview)
  },
}
