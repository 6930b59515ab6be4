'use client'

import { Pill } from '@payloadcms/ui'
import { useRef } from 'react'
import type { ReviewAnswer } from '../../review/reviewArticle'
import type { ReviewState } from '../../review/reviewState'
import { ChangesDrawer } from './ChangesDrawer'
import { Checklists } from './Checklists'
import { Comments } from './Comments'
import { ReviewSteps } from './ReviewSteps'
import { stepText, timeOf } from './stepText'
import { useComments } from './useComments'
import { useReview } from './useReview'

const states: Record<ReviewState, { label: string; pill: 'light' | 'success' | 'warning'; meaning: string }> = {
  draft: { label: 'Draft', pill: 'light', meaning: 'Nobody has been asked to review it.' },
  'in-review': { label: 'In review', pill: 'warning', meaning: 'It waits for a reviewer.' },
  'sent-back': { label: 'Sent back', pill: 'warning', meaning: 'A reviewer wants it changed.' },
  approved: { label: 'Approved', pill: 'success', meaning: 'It may be published as it is.' },
  changed: { label: 'Changed since approval', pill: 'warning', meaning: 'What was changed has to be approved again.' },
}

export function ReviewDesk({ id, locale, text }: { id: string; locale: string; text: string }) {
  const { act, address, problem, review } = useReview(id, locale)
  const comments = useComments(id, locale)
  const stateRef = useRef<HTMLParagraphElement>(null)
  const open = comments.threads.filter(({ resolved }) => !resolved).length
  if (!review)
    return (
      <p aria-live="polite" className="saphena-review__hint">
        {problem || 'Looking…'}
      </p>
    )
  return (
    <div className="saphena-review__desk">
      <p aria-live="polite" className="saphena-review__state" ref={stateRef} tabIndex={-1}>
        <Pill pillStyle={states[review.state].pill} size="small">
          {review.published ? 'Published' : states[review.state].label}
        </Pill>{' '}
        <span>{meaningOf(review)}</span>
      </p>
      <ReviewSteps
        act={act}
        focusState={() => stateRef.current?.focus()}
        openComments={open}
        problem={problem}
        review={review}
      />
      {review.approval && review.state !== 'approved' && (
        <ChangesDrawer address={`${address}/changes?locale=${locale}`} since={review.approval} />
      )}
      <Comments comments={comments} text={text} />
      <Checklists article={id} digest={review.digest} locale={locale} />
      {review.events.length > 0 && (
        <section aria-label="Steps of the review" className="saphena-review__group">
          <h4>So far</h4>
          <ol className="saphena-review__events">
            {review.events.map((event) => (
              <li key={`${event.at}:${event.event}`}>
                <span>{stepText(event)}</span> <time dateTime={event.at}>{timeOf(event.at)}</time>
                {event.note && <blockquote>{event.note}</blockquote>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function meaningOf({ approval, published, state }: ReviewAnswer): string {
  if (published && state === 'approved') return `Readers get what ${approval?.byName} approved.`
  if (state === 'approved') return `${approval?.byName} approved it. It may be published as it is.`
  if (published) return 'Readers get it, without an approval.'
  return states[state].meaning
}
