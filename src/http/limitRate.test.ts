import type { Request, Response } from 'express'
import { afterEach, expect, it, vi } from 'vitest'
import { limitRate } from './limitRate'

afterEach(() => {
  vi.useRealTimers()
})

/** The status that an asker gets; 200 where he is let through. */
function ask(limit: ReturnType<typeof limitRate>): { status: number; retryAfter?: number } {
  const answer = { status: 200, retryAfter: undefined as number | undefined }
  const res = {
    locals: {},
    setHeader: (name: string, value: string) => {
      if (name === 'Retry-After') answer.retryAfter = Number(value)
      return res
    },
    status: (status: number) => {
      answer.status = status
      return res
    },
    type: () => res,
    send: () => res,
  }
  limit({ socket: { remoteAddress: '192.0.2.1' } } as Request, res as unknown as Response, () => {})
  return answer.retryAfter === undefined ? { status: answer.status } : (answer as never)
}

it('begins a new minute after a minute, also where the clock was set back by a day meanwhile', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  const limit = limitRate(2)
  expect([ask(limit), ask(limit)].map(({ status }) => status)).toEqual([200, 200])
  const { status, retryAfter = Number.NaN } = ask(limit)
  expect([status, retryAfter > 0 && retryAfter <= 60]).toEqual([429, true])
  // Minutes are the clock's, for all processes: one that was set back begins another, which is over as soon.
  vi.setSystemTime(Date.now() - 86_400_000)
  expect([ask(limit), ask(limit), ask(limit)].map((answer) => answer.status)).toEqual([200, 200, 429])
  vi.advanceTimersByTime(60_001)
  expect(ask(limit).status).toBe(200)
})
