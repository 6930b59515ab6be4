import { stemIndexOf } from '../../database/stemIndex'
import { listIds } from '../parts/listIds'
import type { Check } from './finding'

/** A text that is not in the index is not linked again when the vocabulary changes. */
export const checkStems: Check = async ({ payload }) => {
  const indexed = new Set(await stemIndexOf(payload).articles())
  const missing: string[] = []
  for await (const page of listIds(payload, 'articles'))
    for (const { id } of page) if (!indexed.delete(id)) missing.push(id)
  return [
    ...(missing.length > 0
      ? [
          {
            level: 'problem' as const,
            what: 'The index of words lacks articles, which are not linked again when a symptom or remedy changes',
            names: missing,
            todo: 'npm run doctor -- --rebuild-index fills it anew, beside a running server too',
          },
        ]
      : []),
    ...(indexed.size > 0
      ? [
          {
            level: 'hint' as const,
            what: 'The index of words holds articles that are gone',
            names: [...indexed],
            todo: 'It does no harm; npm run doctor -- --rebuild-index takes them out',
          },
        ]
      : []),
  ]
}
