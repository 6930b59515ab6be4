import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type BasePayload, createLocalReq } from 'payload'
import { runInTransaction } from '../../database/runInTransaction'
import { jargonKey } from './jargonKey'

type Starter = Record<'en' | 'es', Record<string, string>>

/** Puts in the starter list of jargon, all of it or nothing; what is in the list already stays as it is. */
export async function seedJargon(payload: BasePayload): Promise<void> {
  const starter = JSON.parse(await readFile(resolve('starter', 'jargon.json'), 'utf8')) as Starter
  const req = await createLocalReq({}, payload)
  await runInTransaction(req, async () => {
    const how = { collection: 'jargon', depth: 0, overrideAccess: true, req } as const
    for (const locale of ['en', 'es'] as const) {
      const where = { locale: { equals: locale } }
      const { docs } = await payload.find({ ...how, where, pagination: false, select: { key: true } })
      const known = new Set(docs.map(({ key }) => key))
      for (const [term, plainer] of Object.entries(starter[locale]))
        if (!known.has(jargonKey(locale, term)))
          await payload.create({ ...how, data: { locale, term, plainer } as never })
    }
  })
}
