import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, Router } from 'express'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { currentRequestId } from '../requestId'
import { logRequests } from './logRequests'
import { answerUnexpected, sendProblem } from './problem'

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

it('never logs the token by which a password is set, not even of a page that failed', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const app = express()
  app.use(logRequests(logger))
  app.use('/admin', (req) => {
    req.url = req.originalUrl // as Next wants it
    throw new Error('A fault of ours')
  })
  app.use(answerUnexpected(logger))
  await askApp(app, '/admin/reset/a-token-of-a-letter', 'x')
  expect(lines.map((line) => JSON.parse(line).path)).toEqual(['/admin/admin/reset/…', '/admin/reset/…'])
  expect(lines.join('')).not.toContain('a-token')
})

describe('The id of a request', () => {
  const id = 'Root=1-67891233-abcdef012345678912345678'

  it('is the one that a proxy gave, in the answer, the log and the body of a problem', async () => {
    const { headers, body, lines } = await askOnce('/wrong', id)
    expect(headers['x-request-id']).toBe(id)
    expect(body).toMatchObject({ code: 'bad-request', requestId: id })
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'within', requestId: id }),
      expect.objectContaining({ msg: 'request', requestId: id }),
    ])
  })

  it.each(['', 'two words', 'x'.repeat(129), '"},{"level":"fatal'])('is one of ours instead of %j', async (given) => {
    const { headers, lines } = await askOnce('/wrong', given)
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    for (const line of lines) expect(line.requestId).toBe(headers['x-request-id'])
  })

  it('is not in a 404, which may be kept for others', async () => {
    const { headers, body } = await askOnce('/nothing', id)
    expect(headers['x-request-id']).toBe(id)
    expect(body).not.toHaveProperty('requestId')
  })

  async function askOnce(path: string, given: string) {
    const lines: Record<string, unknown>[] = []
    const options = { level: 'trace', mixin: () => ({ requestId: currentRequestId() }) }
    const logger = pino(options, { write: (line: string) => void lines.push(JSON.parse(line)) })
    const app = express()
    app.use(logRequests(logger))
    app.get('/wrong', async (_req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      logger.info('within')
      sendProblem(res, 400, 'bad-request', 'Wrong')
    })
    app.use((_req, res) => sendProblem(res, 404, 'not-found', 'Nothing'))
    return { ...(await askApp(app, path, given)), lines }
  }
})

async function askApp(app: Express, path: string, requestId: string) {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'x-request-id': requestId } })
  const body = await response.json()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return { headers: Object.fromEntries(response.headers), body }
}
