import { type PageName, pathTo, type Route } from '../route'
import type { Words } from '../words'

/** Within reach of a thumb on a phone. */
export function Menu({ route, words }: { route: Route; words: Words }) {
  const items: [PageName, string, string][] = [
    ['', words.home, 'M4 11 12 4l8 7v9h-5v-6H9v6H4z'],
    ['symptoms', words.symptoms, 'M12 3.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM5 20.5c.4-4 3-6.5 7-6.5s6.600 2.500 7 6.500'],
    [
      'remedies',
      words.remedies,
      'M12 20C5.500 15.500 3.500 12.500 3.500 9.300A4.300 4.300 0 0 1 12 7.800a4.300 4.300 0 0 1 8.500 1.500c0 3.200-2 6.200-8.500 10.700Z',
    ],
    ['clinics', words.clinics, 'M5 20.500v-17h14v17M3 20.500h18M12 7v6M9 10h6M10 20.500v-4h4v4'],
    ['search', words.search, 'M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13ZM15.500 15.500 20.500 20.500'],
  ]
  return (
    <nav class="menu" aria-label={words.menu}>
      <ul>
        {items.map(([page, name, path]) => (
          <li key={page}>
            <a
              href={pathTo(route.locale, page)}
              aria-current={route.page === page ? (route.slug ? 'true' : 'page') : undefined}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d={path} />
              </svg>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
