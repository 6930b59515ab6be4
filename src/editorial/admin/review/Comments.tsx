'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Quote } from '../../review/anchorOf'
import { CommentThread } from './CommentThread'
import { NoteForm } from './NoteForm'
import { selectedQuote } from './selectedQuote'
import { shortened } from './shortened'
import type { useComments } from './useComments'

/** What is said of the text, in the order of the text; what is settled stands behind one button. */
export function Comments({ comments, text }: { comments: ReturnType<typeof useComments>; text: string }) {
  const { add, loading, threads } = comments
  const [about, setAbout] = useState<{ quote?: Quote }>()
  const [showsSettled, setShowsSettled] = useState(false)
  const inOrder = threads.toSorted((a, b) => (a.start ?? -1) - (b.start ?? -1))
  const open = inOrder.filter(({ resolved }) => !resolved)
  const settled = inOrder.filter(({ resolved }) => resolved)
  const list = (some: typeof threads) => (
    <ul className="saphena-review__threads">
      {some.map((thread) => (
        <CommentThread comments={comments} key={thread.id} text={text} thread={thread} />
      ))}
    </ul>
  )
  return (
    <section aria-label="Comments" className="saphena-review__group">
      <h4>
        Comments{' '}
        <span aria-live="polite" className="saphena-review__count">
          {loading ? '' : `${open.length} open`}
        </span>
      </h4>
      {open.length > 0 && list(open)}
      {about ? (
        <NoteForm
          cancel={() => setAbout(undefined)}
          label={about.quote ? `Comment on “${shortened(about.quote.quote)}”` : 'Comment on the whole article'}
          send={async (note) => {
            const problem = await add(note, about.quote)
            if (!problem) setAbout(undefined)
            return problem
          }}
          submit="Comment"
        />
      ) : (
        <>
          {/* The selection of the body is Lexical's own, and outlives the focus going here. */}
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setAbout({ quote: selectedQuote() })}
            size="small"
          >
            Comment
          </Button>
          <p className="saphena-review__hint">On the words that you selected in the text, or on the whole article.</p>
        </>
      )}
      {settled.length > 0 && (
        <>
          <button
            aria-expanded={showsSettled}
            className="saphena-review__toggler"
            onClick={() => setShowsSettled(!showsSettled)}
            type="button"
          >
            {settled.length} settled
          </button>
          {showsSettled && list(settled)}
        </>
      )}
    </section>
  )
}
