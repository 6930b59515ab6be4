'use client'

import { Pill } from '@payloadcms/ui'
import type { StoredMention } from '../../linkArticle'

/** What is particular about mentions: negated, a caution, a red flag, of the past or the family, accepted by hand. */
export function Tags({ mentions }: { mentions: readonly StoredMention[] }) {
  const tags = new Map<string, number>()
  for (const mention of mentions) for (const tag of tagsOf(mention)) tags.set(tag, (tags.get(tag) ?? 0) + 1)
  return [...tags].map(([tag, count]) => (
    <Pill key={tag} pillStyle={tag === 'Accepted' ? 'success' : 'light-gray'} size="small">
      {mentions.length > 1 ? `${tag} ${count}×` : tag}
    </Pill>
  ))
}

function tagsOf({ negated, role, context, status }: StoredMention): string[] {
  return [
    ...(negated ? ['Negated'] : []),
    ...(role === 'caution' ? ['Caution'] : []),
    ...(role === 'red-flag' ? ['Red flag'] : []),
    ...(context === 'history' ? ['In the past'] : []),
    ...(context === 'family' ? ['In the family'] : []),
    ...(status === 'accepted' ? ['Accepted'] : []),
  ]
}
