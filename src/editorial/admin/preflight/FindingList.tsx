'use client'

import { useId } from 'react'
import type { Finding } from '../../preflight/checkArticle'
import { FindingItem } from './FindingItem'

interface Props {
  findings: readonly Finding[]
  /** The language that is being edited. */
  locale: string
  nameOf: (locale: string) => string
  title: string
}

export function FindingList({ findings, locale, nameOf, title }: Props) {
  const id = useId()
  if (findings.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h4 className="saphena-preflight__group" id={id}>
        {title}
      </h4>
      <ul>
        {findings.map((finding, index) => (
          <FindingItem
            finding={finding}
            // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand at two places
            key={`${finding.code}:${finding.about}:${finding.locale}:${index}`}
            language={finding.locale && finding.locale !== locale ? nameOf(finding.locale) : undefined}
          />
        ))}
      </ul>
    </section>
  )
}
