'use client'

import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import type { StoredMention } from '../linkArticle'

/** The mentions of an article to be read, in the place of Payload's JSON editor, which loads its code from a stranger's server. */
export function MentionList({ field, path }: JSONFieldClientProps) {
  const { value } = useField<StoredMention[] | null>({ path })
  const mentions = Array.isArray(value) ? value : []
  return (
    <div className="field-type json" id={`field-${path}`}>
      <FieldLabel label={field.label} localized={field.localized} path={path} />
      <ul>
        {mentions.map((mention) => (
          <li key={`${mention.start}:${mention.kind}:${mention.target}`}>
            “{mention.text}”{mention.section ? ` under “${mention.section}”` : ''}: {mention.name} ({describe(mention)})
          </li>
        ))}
      </ul>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

const describe = ({ kind, status, negated, confidence, reasons }: StoredMention): string =>
  [kind, status, ...(negated ? ['negated'] : []), `${Math.round(confidence * 100)} %`, ...reasons].join(', ')
