import { expect, it, vi } from 'vitest'
import { noteConflict } from '../database/conflicts'
import { repeatConflicts } from './repeatConflicts'

const conflict = () => Object.assign(new Error('from the server'), { code: 112 })

/** Meets others so many times, and reads what it was sent each time. */
const handlerMeeting = (times: number) => {
  const read: string[] = []
  const handler = vi.fn(async (request: Request) => {
    read.push(await request.text())
    if (read.length > times) return Response.json({ kept: true }, { status: 201 })
    noteConflict(conflict())
    return Response.json({ errors: [] }, { status: 500 })
  })
  return { handler, read }
}

const post = (headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request('http://localhost/api/articles', { method: 'POST', headers, body: '{"title":"Sleep"}' })

it('answers a request anew that met another one, from the same body', async () => {
  const { handler, read } = handlerMeeting(2)
  const response = await repeatConflicts(handler)(post())
  expect([response.status, await response.json()]).toEqual([201, { kept: true }])
  expect(read).toEqual(Array(3).fill('{"title":"Sleep"}'))
})

it('says in the end that nothing was kept, and when to try again', async () => {
  const { handler } = handlerMeeting(100)
  const response = await repeatConflicts(handler)(post())
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
  expect(await response.json()).toMatchObject({ code: 'busy', status: 503 })
  expect(handler).toHaveBeenCalledTimes(6)
})

it('answers an upload and a read once', async () => {
  for (const request of [
    post({ 'content-type': 'multipart/form-data; boundary=x' }),
    new Request('http://localhost/api/articles'),
  ]) {
    const { handler } = handlerMeeting(100)
    expect((await repeatConflicts(handler)(request)).status).toBe(500)
    expect(handler).toHaveBeenCalledTimes(1)
  }
})
