'use client'

import { Pill, RenderFields, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import type { ReactNode } from 'react'
import type { ReviewState } from '../../review/reviewState'
import { findField } from './findField'

interface TranslationSummaryProps {
  sourceName: string
  targetName: string
  missing: number
  stale: number
  review: ReviewState | undefined
  children: ReactNode
}

const reviewWords: Record<ReviewState, string> = {
  draft: 'no review asked for',
  'in-review': 'in review',
  'sent-back': 'sent back by the reviewer',
  approved: 'approved',
  changed: 'changed since its approval',
}

/** How far the translation is, what may be done about it, and whether readers get it. */
export function TranslationSummary({
  children,
  missing,
  review,
  sourceName,
  stale,
  targetName,
}: TranslationSummaryProps) {
  const { collectionSlug, docPermissions } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const fields: readonly ClientField[] = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? []
  const readiness = findField(fields, 'localeStatus')?.field
  return (
    <header className="saphena-translation__summary">
      <h2 className="saphena-translation__title">
        {sourceName} and {targetName}
      </h2>
      <div aria-live="polite" className="saphena-translation__state">
        <Pill pillStyle={missing ? 'warning' : 'success'} size="small">
          {missing} missing
        </Pill>
        <Pill pillStyle={stale ? 'warning' : 'success'} size="small">
          {stale} older than the {sourceName} words
        </Pill>
        {review ? <Pill size="small">Review: {reviewWords[review]}</Pill> : null}
      </div>
      <p>
        Where {targetName} has no words, its readers get {sourceName}, and are told so. Publishing here publishes{' '}
        {targetName} alone.
      </p>
      <div className="saphena-translation__actions">{children}</div>
      {readiness ? (
        <RenderFields
          fields={[readiness]}
          forceRender
          parentIndexPath=""
          parentPath=""
          parentSchemaPath={collectionSlug ?? ''}
          permissions={docPermissions?.fields ?? {}}
        />
      ) : null}
    </header>
  )
}
