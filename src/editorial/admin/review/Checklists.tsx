'use client'

import { Drawer, DrawerToggler, useAuth, useConfig, useDrawerSlug, useModal } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { type Instrument, instrumentOf, instruments, type ScoreResult } from '../../review/instruments'
import { askServer, sending } from '../askServer'
import { ChecklistForm } from './ChecklistForm'
import { scoreText } from './scoreText'
import { timeOf } from './stepText'

interface KeptChecklist {
  id: string
  instrument: string
  scores: ScoreResult[]
  digest: string
  byName: string
  createdAt: string
}

/** The checklists that reviewers filled in for this text, the newest of each instrument, and a drawer to fill in another. */
export function Checklists({ article, digest, locale }: { article: string; digest: string; locale: string }) {
  const { config } = useConfig()
  const { user } = useAuth<{ id: string; role?: string; collection: 'users' }>()
  const address = `${config.routes.api}/review-checklists`
  const [kept, setKept] = useState<KeptChecklist[]>([])
  const refresh = useCallback(async () => {
    const where = `where[article][equals]=${encodeURIComponent(article)}&where[locale][equals]=${locale}`
    const answer = await askServer<{ docs: KeptChecklist[] }>(`${address}?${where}&sort=-id&limit=50&depth=0`)
    if ('body' in answer) setKept(answer.body.docs)
  }, [address, article, locale])
  useEffect(() => {
    void refresh()
  }, [refresh])
  const mayFill = user?.role === 'reviewer' || user?.role === 'admin'
  const newest = instruments.flatMap(({ id }) => kept.find(({ instrument }) => instrument === id) ?? [])
  if (!mayFill && newest.length === 0) return null
  return (
    <section aria-label="Checklists" className="saphena-review__group">
      <h4>Checklists</h4>
      {newest.length > 0 && (
        <ul className="saphena-review__checklists">
          {newest.map(({ byName, createdAt, digest: of, id, instrument, scores }) => (
            <li key={id}>
              <strong>{instrumentOf(instrument)?.name}</strong>: {scores.map(scoreText).join(', ')}
              <p className="saphena-review__hint">
                {byName}, {timeOf(createdAt)}
                {of === digest ? '' : ' – of an earlier text'}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayFill &&
        instruments.map((instrument) => (
          <Filling
            instrument={instrument}
            keep={async (answers) => {
              const body = { article, locale, instrument: instrument.id, answers }
              const answer = await askServer(address, sending(body))
              if ('complaint' in answer) return answer.complaint
              await refresh()
              return ''
            }}
            key={instrument.id}
          />
        ))}
    </section>
  )
}

function Filling({ instrument, keep }: { instrument: Instrument; keep: (answers: object) => Promise<string> }) {
  const slug = useDrawerSlug(`checklist-${instrument.id}`)
  const { closeModal, isModalOpen } = useModal()
  return (
    <div>
      <DrawerToggler className="saphena-review__toggler" slug={slug}>
        Fill in: {instrument.name}
      </DrawerToggler>
      <Drawer gutter slug={slug} title={instrument.name}>
        {isModalOpen(slug) && (
          <ChecklistForm
            instrument={instrument}
            keep={async (answers) => {
              const problem = await keep(answers)
              if (!problem) closeModal(slug)
              return problem
            }}
          />
        )}
      </Drawer>
    </div>
  )
}
