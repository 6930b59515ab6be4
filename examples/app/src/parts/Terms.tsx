import { capitalized } from '../capitalized'
import { type Collection, pathTo } from '../route'
import type { Locale } from '../words'

interface TermsProps {
  locale: Locale
  type: Collection
  terms: readonly { slug: string; name: string }[]
}

export function Terms({ locale, type, terms }: TermsProps) {
  return (
    <ul class="terms">
      {terms.map(({ slug, name }) => (
        <li key={slug}>
          <a href={pathTo(locale, type, slug)}>{capitalized(name)}</a>
        </li>
      ))}
    </ul>
  )
}
