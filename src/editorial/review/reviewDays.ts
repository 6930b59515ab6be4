/** The day of a moment as a date field keeps it: noon UTC, so that it is the same day in nearly every time zone. */
export const dayOf = (at: string): string => `${at.slice(0, 10)}T12:00:00.000Z`

/** The same day of a later month, or its last: a month after 31 January is 28 February. */
export function addMonths(day: string, months: number): string {
  const date = new Date(day)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, last))
  return date.toISOString()
}
