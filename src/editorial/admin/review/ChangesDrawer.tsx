'use client'

import { Drawer, DrawerToggler, useDrawerSlug, useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { FieldDiff } from '../../review/diffTexts'
import type { ChangesAnswer, ReviewAnswer } from '../../review/reviewArticle'
import { askServer } from '../askServer'
import { timeOf } from './stepText'

const labels: Record<string, string> = {
  title: 'Title',
  summary: 'Summary',
  body: 'Text',
  keyPoints: 'Key points',
  'seekCare.urgency': 'When to seek care: urgency',
  'seekCare.text': 'When to seek care',
  references: 'References',
  'seo.title': 'Title for search engines',
  'seo.description': 'Description for search engines',
}

/** What changed since the text was last approved, word by word; read when it is opened. */
export function ChangesDrawer({ address, since }: { address: string; since: NonNullable<ReviewAnswer['approval']> }) {
  const slug = useDrawerSlug('review-changes')
  const { isModalOpen } = useModal()
  const isOpen = isModalOpen(slug)
  return (
    <>
      <DrawerToggler className="saphena-review__toggler" slug={slug}>
        Changes since the approval
      </DrawerToggler>
      <Drawer gutter slug={slug} title="Changes since the approval">
        {isOpen && <Changes address={address} since={since} />}
      </Drawer>
    </>
  )
}

function Changes({ address, since }: { address: string; since: NonNullable<ReviewAnswer['approval']> }) {
  const [fields, setFields] = useState<FieldDiff[]>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    void askServer<ChangesAnswer>(address).then((answer) => {
      if ('body' in answer) setFields(answer.body.fields)
      else setProblem(answer.complaint)
    })
  }, [address])
  return (
    <div className="saphena-review__changes">
      <p className="saphena-review__hint">
        {since.byName} approved the text on {timeOf(since.at)}. What was <ins>added</ins> and what was{' '}
        <del>taken out</del> since:
      </p>
      <p aria-live="polite">{problem || (fields ? '' : 'Comparing…')}</p>
      {fields?.length === 0 && <p>No words were changed; a picture, a link or a heading may have been.</p>}
      {fields?.map(({ field, parts }) => (
        <section aria-label={labels[field] ?? field} key={field}>
          <h3>{labels[field] ?? field}</h3>
          <p className="saphena-review__diff">
            {parts.map(({ kind, text }, index) => {
              const key = `${index}:${kind}`
              if (kind === 'added') return <ins key={key}>{text}</ins>
              if (kind === 'removed') return <del key={key}>{text}</del>
              return <span key={key}>{text}</span>
            })}
          </p>
        </section>
      ))}
    </div>
  )
}
