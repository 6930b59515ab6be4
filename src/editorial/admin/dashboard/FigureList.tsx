import Link from 'next/link'
import type { Figure, FigureGroup } from '../../dashboard/figures'

/** Numbers that lead to their lists. */
export function FigureList({ title, figures }: FigureGroup) {
  const id = `saphena-${title.toLowerCase().replaceAll(' ', '-')}`
  return (
    <section aria-labelledby={id}>
      <h2 className="saphena-dashboard__heading" id={id}>
        {title}
      </h2>
      <ul className="saphena-figures">
        {figures.map((figure) => (
          <li className={`saphena-figure${toneOf(figure)}`} key={figure.name}>
            <Link className="saphena-figure__all" href={figure.href} id={`figure-${figure.name}`} prefetch={false}>
              <span className="saphena-figure__count">{figure.count.toLocaleString('en')}</span>
              <span className="saphena-figure__label">{figure.label}</span>
            </Link>
            {figure.mine && figure.mine.count > 0 ? (
              <Link
                className="saphena-figure__mine"
                href={figure.mine.href}
                id={`figure-${figure.name}-mine`}
                prefetch={false}
              >
                {figure.mine.count.toLocaleString('en')} of them yours
                <span className="saphena-visually-hidden">: {figure.label}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function toneOf({ alarming, count }: Figure): string {
  if (count === 0) return ' saphena-figure--none'
  return alarming ? ' saphena-figure--alarming' : ''
}
