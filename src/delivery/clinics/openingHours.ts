import { instantOf, isoIn, wallClock } from './zonedTime'

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Hours as a clinic has them: weekly, and the dates that differ. Times are the clinic's own, from 00:00 to 24:00. */
export interface OpeningHours {
  weekly?: { day: (typeof dayNames)[number]; opens?: string | null; closes?: string | null }[] | null
  exceptions?: { date: string; closed?: boolean | null; opens?: string | null; closes?: string | null }[] | null
}

/** Whether it is open, and how long that lasts; without an end, or a next opening, where there is none in the coming weeks. */
export type OpenState = { now: true; until?: string } | { now: false; next?: string }

/** From one instant up to, and not including, another. */
interface Span {
  start: number
  end: number
}

const day = 86_400_000
/** How far ahead the next opening is looked for, in days. */
const horizon = 60

/**
 * Whether a clinic is open at an instant. A date with exceptions has these instead of its weekly hours; what opened on the day
 * before and closes after midnight belongs to the day before. Undefined where hours or zone are not known: that is not "closed".
 */
export function openState(
  hours: OpeningHours | null | undefined,
  timeZone: string | null | undefined,
  at: number,
): OpenState | undefined {
  if (!timeZone || !hours || (!hours.weekly?.length && !hours.exceptions?.length)) return undefined
  const today = Math.floor(wallClock(at, timeZone) / day) * day
  let current: Span | undefined
  for (let offset = -1; offset <= horizon; offset++) {
    for (const span of spansOf(hours, today + offset * day, timeZone)) {
      if (span.end <= at) continue
      if (current && span.start > current.end) return toState(current, at, timeZone)
      // Spans that touch are one: 08:00 to 24:00 and, on the next day, from 00:00.
      if (current) current.end = Math.max(current.end, span.end)
      else current = span
    }
    if (current && current.start > at) return toState(current, at, timeZone)
  }
  if (current) return current.start <= at ? { now: true } : toState(current, at, timeZone)
  return { now: false }
}

function toState({ start, end }: Span, at: number, timeZone: string): OpenState {
  return start <= at ? { now: true, until: isoIn(end, timeZone) } : { now: false, next: isoIn(start, timeZone) }
}

/** The spans that begin on a date, in order. `date` is its midnight as if it were UTC. */
function spansOf(hours: OpeningHours, date: number, timeZone: string): Span[] {
  const name = new Date(date).toISOString().slice(0, 10)
  const exceptions = (hours.exceptions ?? []).filter((row) => row.date === name)
  const rows =
    exceptions.length > 0
      ? exceptions.some((row) => row.closed)
        ? []
        : exceptions
      : (hours.weekly ?? []).filter((row) => row.day === dayNames[new Date(date).getUTCDay()])
  return rows
    .flatMap(({ opens, closes }): Span[] => {
      const from = millisecondsOf(opens)
      const to = millisecondsOf(closes)
      // Equal times are no span: whoever is open all day closes at 24:00, and schema.org writes a closed day as 00:00 to 00:00.
      if (from === undefined || to === undefined || from === to) return []
      const start = instantOf(date + from, timeZone)
      const end = instantOf(date + to + (to < from ? day : 0), timeZone)
      return end > start ? [{ start, end }] : []
    })
    .sort((one, other) => one.start - other.start)
}

function millisecondsOf(time: string | null | undefined): number | undefined {
  const found = /^(\d\d):(\d\d)$/.exec(time ?? '')
  return found ? (Number(found[1]) * 60 + Number(found[2])) * 60_000 : undefined
}
