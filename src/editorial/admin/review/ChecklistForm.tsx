'use client'

import { Button } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { Answer, Answers, ChecklistItem, Instrument } from '../../review/instruments'
import { scoreText } from './scoreText'

const words: Record<Answer, string> = { yes: 'Yes', no: 'No', na: 'Does not apply' }

/** One question after the other, with the score as it stands; kept once all are answered. */
export function ChecklistForm({
  instrument: { parts, score, source },
  keep,
}: {
  instrument: Instrument
  /** @returns what is wrong, or nothing */
  keep: (answers: Answers) => Promise<string>
}) {
  const [answers, setAnswers] = useState<Answers>({})
  const [problem, setProblem] = useState('')
  const [saving, setSaving] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const items = parts.flatMap((part) => part.items)
  const missing = items.filter(({ id }) => !answers[id])
  const save = async () => {
    if (missing[0]) {
      setProblem(
        missing.length === 1 ? 'One question is not answered.' : `${missing.length} questions are not answered.`,
      )
      root.current?.querySelector<HTMLInputElement>(`[data-item="${missing[0].id}"] input`)?.focus()
      return
    }
    setSaving(true)
    setProblem(await keep(answers))
    setSaving(false)
  }
  return (
    <div className="saphena-review__checklist" ref={root}>
      <p className="saphena-review__hint">In our own, shorter words. The instrument itself and its guide: {source}</p>
      {parts.map(({ items: within, title, when }) => (
        <section aria-label={title} key={title}>
          <h3>{title}</h3>
          {when && <p className="saphena-review__hint">{when}</p>}
          {within.map((item) => (
            <Question
              answer={answers[item.id]}
              item={item}
              key={item.id}
              onAnswer={(answer) => {
                setAnswers((known) => ({ ...known, [item.id]: answer }))
                setProblem('')
              }}
            />
          ))}
        </section>
      ))}
      <div className="saphena-review__score">
        <p aria-live="polite">
          {score(answers).map(scoreText).join('; ')}
          {missing.length > 0 && ` – ${items.length - missing.length} of ${items.length} answered`}
        </p>
        <p className="saphena-review__problem" role="alert">
          {problem}
        </p>
        <Button disabled={saving} margin={false} onClick={() => void save()}>
          Keep with this version
        </Button>
      </div>
    </div>
  )
}

function Question({
  answer,
  item: { id, na, text },
  onAnswer,
}: {
  answer: Answer | undefined
  item: ChecklistItem
  onAnswer: (answer: Answer) => void
}) {
  const name = useId()
  const offered: Answer[] = na ? ['yes', 'no', 'na'] : ['yes', 'no']
  return (
    <fieldset className="saphena-review__question" data-item={id}>
      <legend>
        {id}. {text}
      </legend>
      {offered.map((each) => (
        <label key={each} title={each === 'na' ? na : undefined}>
          <input checked={answer === each} name={name} onChange={() => onAnswer(each)} type="radio" value={each} />{' '}
          {words[each]}
        </label>
      ))}
    </fieldset>
  )
}
