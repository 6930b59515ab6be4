const minute = 60_000
const day = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  return format
}

/** What the clock on the wall shows, as if it were UTC, in milliseconds. */
export function wallClock(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  return wallClock(whole, timeZone) - whole
}

/**
 * The instant at which a clock on the wall shows this, as `Temporal` has it by default ("compatible"): a time that is shown twice
 * is the first of the two; one that is skipped in spring is as long after the gap as it would have been after its beginning.
 */
export function instantOf(wall: number, timeZone: string): number {
  const before = offsetAt(wall - day, timeZone)
  const after = offsetAt(wall + day, timeZone)
  const fitting = [before, after].filter((offset) => offsetAt(wall - offset, timeZone) === offset)
  return wall - (fitting.length > 0 ? Math.max(...fitting) : before)
}

/** The instant as ISO 8601 with the zone's own offset: `2027-03-14T09:00:00-05:00`. */
export function isoIn(instant: number, timeZone: string): string {
  const offset = offsetAt(instant, timeZone)
  const minutes = Math.abs(Math.round(offset / minute))
  const two = (number: number) => String(number).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return `${new Date(instant + offset).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
