import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { watchInserts } from './logStore'

it('wakes who follows at each insert, and ends quietly where the server tells no more', async () => {
  const stream = Object.assign(new EventEmitter(), { close: vi.fn(async () => {}) })
  const watch = vi.fn(() => stream)
  const wake = vi.fn()
  const stop = watchInserts({ watch }, wake)
  expect(watch).toHaveBeenCalledWith([{ $match: { operationType: 'insert' } }])
  stream.emit('change')
  stream.emit('change')
  expect(wake).toHaveBeenCalledTimes(2)
  stream.emit('error', new Error('the cursor is gone'))
  expect(stream.close).toHaveBeenCalledTimes(1)
  stop()
  expect(stream.close).toHaveBeenCalledTimes(2)
})
