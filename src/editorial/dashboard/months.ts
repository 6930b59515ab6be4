export interface Month {
  /** `2026-11` */
  month: string
  /** The first moment of it and of the next one, ISO 8601 in UTC. */
  from: string
  until: string
}

/** The month of `now` and those before it, oldest first. */
export function lastMonths(now: Date, count: number): Month[] {
  return Array.from({ length: count }, (_, index) =>
    monthAt(now.getUTCFullYear(), now.getUTCMonth() - (count - 1 - index)),
  )
}

/** From `2026-11`; undefined where it is no month. */
export function toMonth(text: string | undefined): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '')
  return match ? monthAt(Number(match[1]), Number(match[2]) - 1) : undefined
}

function monthAt(year: number, month: number): Month {
  const from = new Date(Date.UTC(year, month, 1)).toISOString()
  return { month: from.slice(0, 7), from, until: new Date(Date.UTC(year, month + 1, 1)).toISOString() }
}
