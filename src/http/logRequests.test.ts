import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { Router } from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { logRequests } from './logRequests'
import { answerUnexpected } from './problem'

it('never logs a query: an infobutton’s says what somebody has', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const app = express()
  app.use(logRequests(logger))
  const router = Router()
  router.get('/infobutton', (_req, res) => res.json({}))
  router.get('/broken', () => {
    throw new Error('A fault of ours')
  })
  app.use('/v1', router)
  app.use(answerUnexpected(logger))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const query = '?mainSearchCriteria.v.c=G93.32&mainSearchCriteria.v.dn=Secret%20illness'
  for (const path of ['/infobutton', '/broken', '/nothing']) await (await fetch(base + path + query)).text()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))

  const logged = lines.join('')
  expect(logged).toContain('"path":"/v1/infobutton"')
  expect(logged).toContain('"status":500')
  expect(logged).not.toMatch(/G93|Secret|mainSearch/)
})
