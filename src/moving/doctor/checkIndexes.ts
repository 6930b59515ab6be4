import type { Payload } from 'payload'
import { compareIndexes } from '../../database/indexes'
import { type Check, someOf } from './finding'

export const checkIndexes: Check = async ({ payload }) => {
  const { missing, extra } = await compareIndexes(payload as Payload)
  const statements = missing.flatMap(({ statement }) => statement ?? [])
  return [
    ...(missing.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `Indexes are missing, and queries read whole tables: ${someOf(missing.map(({ name }) => name))}`,
            todo:
              statements.length > 0
                ? `Stop the server, make a backup, and run on the file: ${statements.join('; ')}`
                : 'Start the server anew: it makes them, or says why it cannot',
          },
        ]
      : []),
    ...(extra.length > 0
      ? [
          {
            level: 'hint' as const,
            what: `Indexes that Saphena has not made: ${someOf(extra)}`,
            todo: 'Each makes writes slower: drop those that you have not made yourself on purpose',
          },
        ]
      : []),
  ]
}
