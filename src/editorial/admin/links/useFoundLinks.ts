'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Preview } from '../../links/previewLinks'
import { type Answer, askServer, sending } from '../askServer'

export interface FoundLinks {
  /** The last answer; what it says is of `preview.text`, which typing may have left behind. */
  preview?: Preview
  asking: boolean
  /** Why there is no newer answer, in words for an editor. */
  problem?: string
  /** Asks again, after a change of the vocabulary. */
  refresh: () => void
}

const nothing: Preview = { text: '', mentions: [], unpublished: [], phrases: [] }

/** What stands in the body, by the server's answer to each pause in typing. A question that was overtaken is taken back. */
export function useFoundLinks(body: unknown, locale: string): FoundLinks {
  const { config } = useConfig()
  const address = `${config.routes.api}/linking/preview`
  const question = body ? JSON.stringify({ body, locale }) : ''
  const [found, setFound] = useState<Omit<FoundLinks, 'refresh'>>({ asking: true })
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    if (!question) {
      setFound({ preview: nothing, asking: false })
      return
    }
    const overtaken = new AbortController()
    setFound((before) => ({ ...before, asking: true }))
    void ask(address, question, overtaken.signal).then((answer) => {
      if (overtaken.signal.aborted) return
      if ('body' in answer) setFound({ preview: answer.body, asking: false })
      else setFound(({ preview }) => ({ preview, asking: false, problem: answer.complaint }))
    })
    return () => overtaken.abort()
  }, [address, question, round])

  const refresh = useCallback(() => setRound((before) => before + 1), [])
  return { ...found, refresh }
}

/** Asks until it is not too often any more. */
async function ask(address: string, question: string, signal: AbortSignal): Promise<Answer<Preview>> {
  for (;;) {
    const answer = await askServer<Preview>(address, {
      ...sending(question),
      signal,
      otherwise: 'The links could not be looked up.',
    })
    const seconds = 'body' in answer ? undefined : answer.retryAfter
    if (seconds === undefined || signal.aborted) return answer
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}
