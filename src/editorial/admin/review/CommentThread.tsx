'use client'

import { Button } from '@payloadcms/ui'
import { useMemo, useState } from 'react'
import { anchorOf, type Quote } from '../../review/anchorOf'
import { showInBody } from '../body/showInBody'
import { NoteForm } from './NoteForm'
import { shortened } from './shortened'
import { timeOf } from './stepText'
import type { Comment, Thread, useComments } from './useComments'

/** One comment: the passage, which takes one to it, what was said and answered, and whether it is settled. */
export function CommentThread({
  comments: { reply, settle },
  text,
  thread,
}: {
  comments: ReturnType<typeof useComments>
  text: string
  thread: Thread
}) {
  const [replying, setReplying] = useState(false)
  const [problem, setProblem] = useState('')
  const quote = useMemo(() => quoteOf(thread), [thread])
  const anchor = useMemo(() => quote && anchorOf(text, quote), [text, quote])
  const jump = () => {
    if (!anchor || !showInBody({ ...anchor, text: text.slice(anchor.start, anchor.end) }))
      setProblem('These words are not in the text any more.')
  }
  return (
    <li className="saphena-review__thread">
      {quote &&
        (anchor ? (
          <button className="saphena-review__quote" onClick={jump} title="Show it in the text" type="button">
            “{shortened(quote.quote)}”
          </button>
        ) : (
          <p className="saphena-review__quote saphena-review__quote--gone">
            “{shortened(quote.quote)}” <span>– no longer in the text</span>
          </p>
        ))}
      <Said comment={thread} />
      {thread.replies.map((each) => (
        <div className="saphena-review__reply" key={each.id}>
          <Said comment={each} />
        </div>
      ))}
      {thread.resolved && <p className="saphena-review__hint">Settled by {thread.resolvedByName}</p>}
      {replying ? (
        <NoteForm
          cancel={() => setReplying(false)}
          label={`Answer ${thread.byName}`}
          send={async (note) => {
            const wrong = await reply(thread.id, note)
            if (!wrong) setReplying(false)
            return wrong
          }}
          submit="Answer"
        />
      ) : (
        <div className="saphena-review__buttons">
          <Button
            aria-label={`Answer ${thread.byName}: ${shortened(thread.text)}`}
            buttonStyle="subtle"
            margin={false}
            onClick={() => setReplying(true)}
            size="xsmall"
          >
            Answer
          </Button>
          <Button
            aria-label={`${thread.resolved ? 'Reopen' : 'Settle'}: ${shortened(thread.text)}`}
            buttonStyle="subtle"
            margin={false}
            onClick={async () => setProblem(await settle(thread.id, !thread.resolved))}
            size="xsmall"
          >
            {thread.resolved ? 'Reopen' : 'Settle'}
          </Button>
        </div>
      )}
      <p className="saphena-review__problem" role="alert">
        {problem}
      </p>
    </li>
  )
}

const Said = ({ comment: { byName, createdAt, text } }: { comment: Comment }) => (
  <>
    <p className="saphena-review__who">
      <strong>{byName}</strong> <time dateTime={createdAt}>{timeOf(createdAt)}</time>
    </p>
    <p className="saphena-review__said">{text}</p>
  </>
)

const quoteOf = ({ end, quote, start }: Thread): Quote | undefined =>
  quote ? { quote, start: start ?? 0, end: end ?? 0 } : undefined
