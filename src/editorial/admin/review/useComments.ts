'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Quote } from '../../review/anchorOf'
import { askServer, sending } from '../askServer'

export interface Comment extends Partial<Quote> {
  id: string
  text: string
  by: string
  byName: string
  createdAt: string
  parent?: string | null
  resolved?: boolean | null
  resolvedByName?: string | null
}

/** A comment with what was answered to it, oldest first. */
export interface Thread extends Comment {
  replies: Comment[]
}

/** What is said of an article in one language, and how to say more. Each returns what is wrong, or nothing. */
export function useComments(article: string, locale: string) {
  const { config } = useConfig()
  const address = `${config.routes.api}/review-comments`
  const [comments, setComments] = useState<Comment[]>()

  const refresh = useCallback(async (): Promise<string> => {
    const where = `where[article][equals]=${encodeURIComponent(article)}&where[locale][equals]=${locale}`
    const answer = await askServer<{ docs: Comment[] }>(`${address}?${where}&sort=id&limit=500&depth=0`)
    if ('complaint' in answer) return answer.complaint
    setComments(answer.body.docs)
    return ''
  }, [address, article, locale])

  useEffect(() => {
    void refresh()
  }, [refresh])

  const send = async (path: string, how: RequestInit): Promise<string> => {
    const answer = await askServer(path, how)
    return 'body' in answer ? refresh() : answer.complaint
  }
  return {
    threads: threadsOf(comments ?? []),
    loading: comments === undefined,
    add: (text: string, quote?: Quote) => send(address, sending({ article, locale, text, ...quote })),
    reply: (parent: string, text: string) => send(address, sending({ article, locale, text, parent })),
    settle: (id: string, resolved: boolean) => send(`${address}/${id}`, sending({ resolved }, 'PATCH')),
  }
}

function threadsOf(comments: readonly Comment[]): Thread[] {
  return comments
    .filter(({ parent }) => !parent)
    .map((comment) => ({ ...comment, replies: comments.filter(({ parent }) => parent === comment.id) }))
}
