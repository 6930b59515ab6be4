import type { BasePayload } from 'payload'
import { toText } from '../../richtext/toText'
import { kinds, linksFrom, mentionsOf, readDecisions, readMentions, relationOf } from '../linkArticle'
import { defaultLocaleOf, readVocabulary } from '../vocabulary'
import type { Draft } from './readDraft'
import { requestOfNobody } from './requestOfNobody'

/**
 * The mentions and links of an article's words as a save would find them, so that a preview shows them while the article is still
 * being typed. What editors decided, and what other languages link, stays.
 */
export async function linkDraft(payload: BasePayload, draft: Draft): Promise<Draft> {
  const { data } = draft
  const fellBack = Array.isArray(data.fellBack) && data.fellBack.includes('body')
  const locale = fellBack ? defaultLocaleOf(payload) : draft.locale
  const vocabulary = await readVocabulary(await requestOfNobody(payload, locale), locale)
  const { text, sections } = toText(data.body)
  const decisions = readDecisions(data.linkDecisions)
  const mentions = mentionsOf(text, sections, vocabulary, readMentions(data.mentions), decisions)
  const found = linksFrom([{ mentions }], decisions)
  const linked = kinds.map((kind) => {
    const ids = new Set([...idsIn(data[relationOf[kind]]), ...found[relationOf[kind]]])
    return [relationOf[kind], [...ids].filter((id) => !decisions.dismissed[kind].includes(id))]
  })
  return { ...draft, data: { ...data, mentions, ...Object.fromEntries(linked) } }
}

export const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
