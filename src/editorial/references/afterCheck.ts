import type { Found } from './askAddress'

export const referenceStates = [
  'waiting', // not asked yet
  'fine',
  'unclear', // the server answers, and tells nothing to machines
  'failing', // failed, and is asked again before it is called broken
  'broken',
] as const
export type ReferenceState = (typeof referenceStates)[number]

export interface CheckedReference {
  state: ReferenceState
  /** In a row. */
  failures: number
  lastStatus: number | null
  lastError: string | null
  checkedAt: string
  dueAt: string
}

const hour = 60 * 60_000
const day = 24 * hour
const week = 7 * day
/** So many failures in a row, a day apart: a server may be down for a night. */
const failuresToBreak = 3

/** What is known of an address after it was asked for, and when to ask again: weekly, and sooner where it is not sure yet. */
export function afterCheck(
  before: { state: ReferenceState; failures: number },
  { verdict, status, error, retryAfter }: Found,
  now: Date,
): CheckedReference {
  const said = { lastStatus: status ?? null, lastError: error ?? null, checkedAt: now.toISOString() }
  const later = (ms: number): string => new Date(now.getTime() + ms).toISOString()
  if (verdict === 'busy') {
    const wait = Math.min(Math.max(retryAfter ?? day, hour), week)
    return { ...said, state: before.state, failures: before.failures, dueAt: later(wait) }
  }
  if (verdict !== 'failed') return { ...said, state: verdict, failures: 0, dueAt: later(week) }
  const failures = before.failures + 1
  const broken = failures >= failuresToBreak
  return { ...said, state: broken ? 'broken' : 'failing', failures, dueAt: later(broken ? week : day) }
}
