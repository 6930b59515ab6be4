import { readFileSync } from 'node:fs'
import { withPayload } from '../src/cli/openPayload'
import type { Vocabulary } from '../src/linking/vocabulary'

/** Publishes the entries of a vocabulary file. */
const { symptoms, remedies } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Vocabulary
await withPayload(async (payload) => {
  for (const [collection, entries] of [
    ['symptoms', symptoms],
    ['remedies', remedies],
  ] as const)
    for (const { name, synonyms } of entries)
      await payload.create({
        collection,
        data: { name, synonyms, _status: 'published' } as never,
        context: { withoutRelinking: true },
        overrideAccess: true,
      })
})
