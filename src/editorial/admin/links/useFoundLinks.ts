'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Preview } from '../../links/previewLinks'

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
    ask(address, question, overtaken.signal).then(
      (preview) => setFound({ preview, asking: false }),
      (error: Error) => {
        if (!overtaken.signal.aborted) setFound(({ preview }) => ({ preview, asking: false, problem: error.message }))
      },
    )
    return () => overtaken.abort()
  }, [address, question, round])

  const refresh = useCallback(() => setRound((before) => before + 1), [])
  return { ...found, refresh }
}

async function ask(address: string, question: string, signal: AbortSignal): Promise<Preview> {
  for (;;) {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: question,
      credentials: 'include',
      signal,
    })
    if (response.ok) return response.json()
    if (response.status !== 429) {
      const answer = await response.json().catch(() => ({}))
      throw new Error(answer.errors?.[0]?.message ?? 'The links could not be looked up.')
    }
    await pause(Number(response.headers.get('retry-after')) || 1, signal)
  }
}

const pause = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
