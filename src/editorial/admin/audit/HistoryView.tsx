'use client'

import { Button, Gutter, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { AuditAction } from '../../audit/auditEntry'
import { askServer } from '../askServer'
import { timeOf } from '../review/stepText'
import { useLocaleName } from '../translation/useLocaleName'
import { EntryStepNav } from '../vocabularyDesk/EntryStepNav'
import './HistoryView.css'

interface Entry {
  id: string
  at: string
  actorName: string
  action: AuditAction
  locale?: string
  detail?: string
}
interface Page {
  docs: Entry[]
  hasNextPage: boolean
}

const entriesAtOnce = 50

/** The tab of a document that tells who did what to it, newest first. */
export function HistoryView() {
  const { config } = useConfig()
  const { collectionSlug, globalSlug, id } = useDocumentInfo()
  const nameOf = useLocaleName()
  const kind = collectionSlug ?? globalSlug ?? ''
  const document = globalSlug ?? String(id ?? '')
  const [entries, setEntries] = useState<Entry[]>()
  const [page, setPage] = useState({ number: 0, hasNext: true })
  const [problem, setProblem] = useState('')

  const readPage = useCallback(
    async (number: number) => {
      const where = `where[document][equals]=${encodeURIComponent(document)}&where[collection][equals]=${kind}`
      const address = `${config.routes.api}/audit?${where}&sort=-id&limit=${entriesAtOnce}&page=${number}`
      const answer = await askServer<Page>(address)
      setProblem('body' in answer ? '' : answer.complaint)
      if ('complaint' in answer) return
      const { docs, hasNextPage } = answer.body
      setEntries((known = []) => (number === 1 ? docs : [...known, ...docs]))
      setPage({ number, hasNext: hasNextPage })
    },
    [config.routes.api, document, kind],
  )
  useEffect(() => {
    void readPage(1)
  }, [readPage])

  return (
    <Gutter className="saphena-history">
      {collectionSlug && <EntryStepNav tab="History" />}
      <h2>History</h2>
      <p className="saphena-history__hint">Who did what to this, and when. Nobody can change or delete an entry.</p>
      <p aria-live="polite">{problem || (entries ? '' : 'Looking…')}</p>
      {entries?.length === 0 && <p>Nothing was noted of it yet.</p>}
      {entries && entries.length > 0 && (
        <table className="saphena-history__entries">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Language</th>
              <th scope="col">Detail</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ action, actorName, at, detail, id: key, locale }) => (
              <tr key={key}>
                <td>
                  <time dateTime={at}>{timeOf(at)}</time>
                </td>
                <td>{actorName}</td>
                <td>{action.replaceAll('-', ' ')}</td>
                <td>{locale && nameOf(locale)}</td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries && page.hasNext && (
        <Button buttonStyle="secondary" onClick={() => void readPage(page.number + 1)} size="small">
          Earlier entries
        </Button>
      )}
    </Gutter>
  )
}
