import Link from 'next/link'
import type { Bar, Chart } from '../../dashboard/charts'

const height = 96

/**
 * A bar for each month. It is a list of links with their numbers in words, which is what a screen reader gets; the drawn bars only
 * repeat them.
 */
export function MonthChart({ chart: { name, title, parts, bars } }: { chart: Chart }) {
  const id = `saphena-chart-${name}`
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <section aria-labelledby={id} className="saphena-chart">
      <h2 className="saphena-dashboard__heading" id={id}>
        {title}, by month
      </h2>
      {parts ? (
        <p className="saphena-chart__legend">
          <span className="saphena-chart__key saphena-chart__key--part" /> {parts[0]}
          <span className="saphena-chart__key saphena-chart__key--rest" /> {parts[1]}
        </p>
      ) : null}
      <ol className="saphena-chart__bars">
        {bars.map((bar) => (
          <li key={bar.month}>
            <Link aria-label={inWords(bar, title, parts)} href={bar.href} id={`${name}-${bar.month}`} prefetch={false}>
              <span aria-hidden="true" className="saphena-chart__count">
                {bar.count}
              </span>
              <svg
                aria-hidden="true"
                height={height}
                preserveAspectRatio="none"
                viewBox={`0 0 10 ${height}`}
                width="100%"
              >
                <Drawn bar={bar} most={most} />
              </svg>
              <span aria-hidden="true" className="saphena-chart__month">
                {named(bar.month, { month: 'short' })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Drawn({ bar: { count, part = count }, most }: { bar: Bar; most: number }) {
  const whole = Math.round((count / most) * (height - 2))
  const good = count ? Math.round((part / count) * whole) : 0
  return (
    <>
      <rect className="saphena-chart__ground" height="1" width="10" x="0" y={height - 1} />
      <rect className="saphena-chart__part" height={good} width="10" x="0" y={height - good} />
      <rect className="saphena-chart__rest" height={whole - good} width="10" x="0" y={height - whole} />
    </>
  )
}

function inWords({ month, count, part }: Bar, title: string, parts: Chart['parts']): string {
  const when = named(month, { month: 'long', year: 'numeric' })
  const split = parts && part !== undefined ? `, ${part} ${parts[0]} and ${count - part} ${parts[1]}` : ''
  return `${when}: ${count} ${title.toLowerCase()}${split}`
}

const named = (month: string, format: Intl.DateTimeFormatOptions): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en', { ...format, timeZone: 'UTC' })
