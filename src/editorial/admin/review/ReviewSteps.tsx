'use client'

import { Button, Link, useAuth, useConfig } from '@payloadcms/ui'
import { type ReactNode, useState } from 'react'
import type { ReviewAnswer } from '../../review/reviewArticle'
import type { ReviewAction } from '../../review/reviewState'
import { NoteForm } from './NoteForm'

const labels: Record<ReviewAction, string> = {
  submit: 'Submit for review',
  'take-back': 'Take back',
  approve: 'Approve',
  'send-back': 'Send back…',
}

/** What the one who looks may do now: a button for each step, and why he may not approve where he might expect to. */
export function ReviewSteps({
  act,
  focusState,
  openComments,
  problem,
  review: { may, refusal, state },
}: {
  act: (action: ReviewAction, note?: string) => Promise<boolean>
  /** The button that was pressed may be gone after it. */
  focusState: () => void
  openComments: number
  problem: string
  review: ReviewAnswer
}) {
  const [acting, setActing] = useState(false)
  const [sendingBack, setSendingBack] = useState(false)
  const step = async (action: ReviewAction, note?: string) => {
    setActing(true)
    const done = await act(action, note)
    setActing(false)
    if (done) focusState()
    return done
  }
  if (sendingBack)
    return (
      <NoteForm
        cancel={() => setSendingBack(false)}
        label="What has to be changed?"
        send={async (note) => {
          if (await step('send-back', note)) setSendingBack(false)
          return ''
        }}
        submit="Send back"
      >
        <Problem>{problem}</Problem>
      </NoteForm>
    )
  const order: ReviewAction[] = ['approve', 'submit', 'send-back', 'take-back']
  return (
    <>
      {may.length > 0 && (
        <div className="saphena-review__buttons">
          {order
            .filter((action) => may.includes(action))
            .map((action, index) => (
              <Button
                buttonStyle={index === 0 ? 'primary' : 'secondary'}
                disabled={acting}
                key={action}
                margin={false}
                onClick={() => (action === 'send-back' ? setSendingBack(true) : void step(action))}
                size="small"
              >
                {labels[action]}
              </Button>
            ))}
        </div>
      )}
      {state === 'in-review' && refusal === 'own' && (
        <p className="saphena-review__hint">
          You wrote it or changed it last: somebody else has to approve it.
          <WayForOne />
        </p>
      )}
      {may.includes('approve') && openComments > 0 && (
        <p className="saphena-review__hint">
          {openComments === 1 ? 'One comment is not settled.' : `${openComments} comments are not settled.`}
        </p>
      )}
      <Problem>{problem}</Problem>
    </>
  )
}

/** The first administrator may be alone here. */
function WayForOne() {
  const { config } = useConfig()
  const { user } = useAuth<{ id: string; role?: string; collection: 'users' }>()
  if (user?.role !== 'admin') return null
  return (
    <>
      {' '}
      Where there is nobody else,{' '}
      <Link href={`${config.routes.admin}/globals/organisation`}>the organisation’s settings</Link> may allow it.
    </>
  )
}

const Problem = ({ children }: { children: ReactNode }) => (
  <p className="saphena-review__problem" role="alert">
    {children}
  </p>
)
