'use client'

import { Banner, Button, ConfirmationModal, Gutter, toast, useConfig, useDocumentInfo, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { MergePlan } from '../../vocabularyDesk/merge/planMerge'
import { askServer, sending } from '../askServer'
import './desk.css'
import { EntryPicker } from './EntryPicker'
import { EntryStepNav } from './EntryStepNav'
import { MergePreview } from './MergePreview'

const modalSlug = 'saphena-merge'
interface MergeAnswer {
  merged: boolean
  plan: MergePlan
}

/** The tab “Merge” of a symptom or remedy, for those who may publish: puts another entry in its place. */
export function MergeView() {
  const { id, collectionSlug = 'symptoms', title } = useDocumentInfo()
  const { config } = useConfig()
  const { openModal } = useModal()
  const router = useRouter()
  const [plan, setPlan] = useState<MergePlan>()
  const [message, setMessage] = useState('')

  const ask = (into: string, dryRun: boolean) =>
    askServer<MergeAnswer>(
      `${config.routes.api}/vocabulary/merge`,
      sending({ collection: collectionSlug, from: id, into, dryRun }),
    )
  const preview = async (into: string) => {
    setPlan(undefined)
    setMessage('Looking at what would change …')
    const answer = await ask(into, true)
    if ('body' in answer) setPlan(answer.body.plan)
    setMessage('body' in answer ? '' : answer.complaint)
  }
  const merge = async ({ from, into }: MergePlan) => {
    const answer = await ask(into.id, false)
    if ('complaint' in answer) {
      toast.error(answer.complaint)
      return
    }
    toast.success(`“${from.name}” is now part of “${into.name}”.`)
    router.push(`${config.routes.admin}/collections/${collectionSlug}/${into.id}`)
  }

  return (
    <Gutter>
      <EntryStepNav tab="Merge" />
      <section className="saphena-desk saphena-merge" aria-labelledby="saphena-merge-heading">
        <h2 id="saphena-merge-heading">Merge it into another entry</h2>
        <p>
          “{title}” goes to the trash, and another entry takes its place: its words, codes, links and addresses follow.
          You see what will happen before it is done.
        </p>
        <EntryPicker
          label="The entry that stays"
          collection={collectionSlug}
          except={String(id)}
          onPick={(into) => void preview(into)}
        />
        <p aria-live="polite">{message}</p>
        {plan && (
          <>
            <MergePreview plan={plan} />
            {plan.hindrances.map((hindrance) => (
              <Banner key={hindrance} type="error">
                {hindrance}
              </Banner>
            ))}
            {plan.hindrances.length === 0 && (
              <div className="saphena-desk__row">
                <Button onClick={() => openModal(modalSlug)}>{`Merge into “${plan.into.name}”`}</Button>
              </div>
            )}
            <ConfirmationModal
              modalSlug={modalSlug}
              heading={`Merge “${plan.from.name}” into “${plan.into.name}”?`}
              body={`Readers get “${plan.into.name}” in its place at once, and ${countOf(plan.articles.count, 'article')} will name it. To undo it, everything has to be taken apart by hand.`}
              confirmLabel="Merge"
              confirmingLabel="Merging …"
              onConfirm={() => merge(plan)}
            />
          </>
        )}
      </section>
    </Gutter>
  )
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
