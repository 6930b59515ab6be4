import { describe, expect, it } from 'vitest'
import { type ReviewEventKind, reviewStateOf } from './reviewState'

const now = 'now'
/** Oldest first: `approved` of what the text is now, `approved:other` of what it was. */
const after = (...steps: string[]) =>
  reviewStateOf(
    steps
      .map((step) => {
        const [event, digest = now] = step.split(':')
        return { event: event as ReviewEventKind, digest, at: '' }
      })
      .reverse(),
    now,
  )

describe('Where an article stands', () => {
  it.each([
    [[], 'draft'],
    [['submitted:other'], 'in-review'],
    [['submitted', 'taken-back'], 'draft'],
    [['submitted', 'sent-back'], 'sent-back'],
    [['submitted', 'approved'], 'approved'],
    [['submitted', 'approved:other'], 'changed'],
    [['submitted', 'approved:other', 'submitted'], 'in-review'],
    [['submitted', 'approved:other', 'submitted', 'taken-back'], 'changed'],
    // the text is what was approved again: there is nothing left to review
    [['submitted', 'approved', 'submitted:other'], 'approved'],
    [['submitted', 'approved', 'sent-back'], 'sent-back'],
    [['submitted', 'approved', 'sent-back', 'submitted'], 'in-review'],
    [['submitted', 'approved', 'submitted:other', 'approved:other'], 'changed'],
  ] as const)('after %j it is %s', (steps, state) => {
    expect(after(...steps)).toBe(state)
  })
})
