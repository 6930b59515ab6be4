'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { DraftShare } from '../../../payload-types'
import { askServer, sending } from '../askServer'

/** A link that was made, without what opens it. */
export type Share = Omit<DraftShare, 'tokenHash' | 'content' | 'emptied'>

/** A link just made: the only time that its address is known here. */
interface MadeLink {
  id: string
  url: string
}

const mostListed = 50

/** The links to an article's drafts: those that are there, and what one does with them. */
export function useShares(article: string) {
  const { config } = useConfig()
  const base = `${config.routes.api}/draft-shares`
  const [shares, setShares] = useState<Share[]>()
  const [made, setMade] = useState<MadeLink>()
  const [complaint, setComplaint] = useState('')
  const [busy, setBusy] = useState(false)

  const list = useCallback(async () => {
    const query = `where[article][equals]=${encodeURIComponent(article)}&sort=-createdAt&limit=${mostListed}&depth=1`
    const answer = await askServer<{ docs: Share[] }>(`${base}?${query}`)
    if ('body' in answer) setShares(answer.body.docs)
    else setComplaint(answer.complaint)
  }, [article, base])
  useEffect(() => void list(), [list])

  const change = async <Body>(address: string, sent: object, then: (body: Body) => void) => {
    setBusy(true)
    setComplaint('')
    const answer = await askServer<Body>(address, sending(sent))
    if ('body' in answer) then(answer.body)
    else setComplaint(answer.complaint)
    await list()
    setBusy(false)
  }
  const create = (wish: { locale: 'en' | 'es'; days: number }) =>
    change<MadeLink>(`${base}/share`, { article, ...wish }, ({ id, url }) =>
      setMade({ id, url: new URL(url, location.origin).href }),
    )
  const revoke = (id: string) =>
    change(`${base}/${encodeURIComponent(id)}/revoke`, {}, () => {
      if (made?.id === id) setMade(undefined)
    })
  return { shares, made, complaint, busy, create, revoke }
}
