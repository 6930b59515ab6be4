import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { expect, inject, it } from 'vitest'
import { allowStaleReads, readMaybeStale } from './staleReads'

const mongo = inject('mongo')

it.skipIf('missing' in mongo)(
  'reads from a secondary what may be stale, outside transactions, and nothing else',
  async () => {
    allowStaleReads(mongoose)
    const url = 'url' in mongo ? mongo.url : ''
    const connection = await mongoose.createConnection(`${url}/saphena-test-${randomUUID()}`).asPromise()
    const Model = connection.model('Thing', new mongoose.Schema({ name: String }))
    const modeOf = async (query: mongoose.Query<unknown, unknown>) => {
      await query.exec()
      return (query.getOptions().readPreference as unknown as { mode?: string } | undefined)?.mode
    }
    expect(await modeOf(Model.find({}))).toBeUndefined()
    expect(await readMaybeStale(() => modeOf(Model.find({})))).toBe('secondaryPreferred')
    expect(await readMaybeStale(() => modeOf(Model.countDocuments({})))).toBe('secondaryPreferred')
    await readMaybeStale(async () => {
      const query = Model.findOne({})
      // The query alone, without a server that has sessions.
      query.setOptions({ session: {} as never })
      await query.exec().catch(() => undefined)
      expect(query.getOptions().readPreference).toBeUndefined()
    })
    await connection.dropDatabase()
    await connection.close()
  },
)
