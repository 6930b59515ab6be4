import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedStarter } from '../src/editorial/seedStarter'
import { startTimeout } from './startServer'
import { describeService, type Service, startService } from './startService'

describeService('The starter content', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService({ blocking: 'default' })
    await seedStarter(service.payload)
  }, startTimeout)
  afterAll(() => service?.close())

  it('is published in both languages, and preflight leaves to a clinic only what is its own to say', async () => {
    for (const locale of ['en', 'es']) {
      const { body } = await service.ask('stranger', 'GET', `/api/articles?locale=${locale}&limit=100&depth=0`)
      expect(body.docs.length).toBeGreaterThan(5)
      for (const { id, title, fellBack } of body.docs) {
        const { findings } = (await service.ask('editor', 'POST', '/api/preflight', { id, locale })).body
        const others = findings.filter(({ code }: { code: string }) => !ofTheClinic.includes(code))
        expect({ title, fellBack, others }).toEqual({ title, fellBack: [], others: [] })
      }
    }
  })
})

/** Who reviewed and approved it and when, which cautions belong into it, and whether a suggested link is meant. */
const ofTheClinic = [
  'not-approved',
  'missing-reviewer',
  'missing-review-date',
  'caution-not-shown',
  'unresolved-suggestion',
]
