'use client'

import { toast, useConfig } from '@payloadcms/ui'
import type { MentionStatus, StoredMention } from '../../linkArticle'
import type { TaughtPhrase } from '../../links/teachNotPhrase'
import { askServer, sending } from '../askServer'
import type { Notice } from './LinksDesk'
import { placesOfPhrase } from './placesOfPhrase'

/**
 * Teaches the vocabulary a phrase that does not mean an entry. Where that waits for a reviewer, the places of the phrase in this
 * article are dismissed meanwhile. Both can be taken back.
 *
 * @returns a function that says whether it was taught
 */
export function useTeaching({
  decide,
  locale,
  mentions,
  refresh,
  setNotice,
  text,
}: {
  decide: (chosen: readonly StoredMention[], status: MentionStatus) => () => void
  locale: string
  mentions: readonly StoredMention[]
  refresh: () => void
  setNotice: (notice: Notice) => void
  text: string
}): (mention: StoredMention, phrase: string) => Promise<boolean> {
  const { config } = useConfig()

  const send = async (mention: StoredMention, phrase: string, forget: boolean): Promise<TaughtPhrase | undefined> => {
    const answer = await askServer<TaughtPhrase>(`${config.routes.api}/linking/not-phrases`, {
      ...sending({ kind: mention.kind, id: mention.target, phrase, locale, forget }),
      otherwise: 'The vocabulary could not be changed.',
    })
    if ('body' in answer) return answer.body
    toast.error(answer.complaint)
    return undefined
  }

  return async (mention, phrase) => {
    const taught = await send(mention, phrase, false)
    if (!taught) return false
    const here = taught.published ? [] : placesOfPhrase(mentions, mention, text, taught.phrase, locale)
    const undoHere = here.length > 0 ? decide(here, 'dismissed') : undefined
    setNotice({
      text: taught.published
        ? `“${taught.phrase}” is never linked to ${taught.name} again.`
        : `Saved as a draft of ${taught.name}: “${taught.phrase}” waits for a reviewer to publish it. In this article it is not linked.`,
      undo: () => {
        void send(mention, taught.phrase, true).then((undone) => {
          if (!undone) return
          undoHere?.()
          refresh()
        })
      },
    })
    refresh()
    return true
  }
}
