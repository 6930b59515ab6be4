'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Kind } from '../../../linking/vocabulary'
import { relationOf } from '../../linkArticle'

/** The names of entries in a language, published or not, looked up once each. @returns the id until its name is known */
export function useEntryNames(
  entries: readonly { kind: Kind; id: string }[],
  locale: string,
): (kind: Kind, id: string) => string {
  const { config } = useConfig()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const missing = entries.map(({ kind, id }) => `${kind}:${id}`).filter((key) => !names.has(key))
  const question = missing.toSorted().join(' ')

  useEffect(() => {
    if (!question) return
    const left = new AbortController()
    for (const kind of Object.keys(relationOf) as Kind[]) {
      const ids = question.split(' ').flatMap((key) => (key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : []))
      if (ids.length === 0) continue
      const query = new URLSearchParams({
        'where[id][in]': ids.join(','),
        'select[name]': 'true',
        depth: '0',
        draft: 'true',
        limit: String(ids.length),
        locale,
      })
      fetch(`${config.routes.api}/${relationOf[kind]}?${query}`, { credentials: 'include', signal: left.signal })
        .then((response) => response.json())
        .then(({ docs = [] }: { docs?: { id: string; name?: string }[] }) =>
          setNames(
            (before) => new Map([...before, ...docs.map(({ id, name }) => [`${kind}:${id}`, name ?? id] as const)]),
          ),
        )
        .catch((error: unknown) => {
          if (!left.signal.aborted) throw error
        })
    }
    return () => left.abort()
  }, [question, locale, config.routes.api])

  return (kind, id) => names.get(`${kind}:${id}`) ?? id
}
