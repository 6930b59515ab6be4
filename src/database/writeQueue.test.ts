import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createWriteQueue, QueueClosed, type Turn, WaitsForItself } from './writeQueue'

/** An operation as Payload runs one: it begins, works, and ends. Its first step waits for nothing. */
async function operate(
  queue: ReturnType<typeof createWriteQueue>,
  who: string,
  work: (turn: Turn) => Promise<unknown>,
) {
  const turn = await queue.take({ who })
  try {
    return await work(turn)
  } finally {
    turn.release()
  }
}

describe('the write queue', () => {
  it('lets one write at a time, in the order in which they came', async () => {
    const queue = createWriteQueue()
    const seen: string[] = []
    const write = (who: string) =>
      operate(queue, who, async () => {
        seen.push(`${who} begins`)
        await pause(2)
        seen.push(`${who} ends`)
      })

    await Promise.all([write('a'), write('b'), write('c')])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(queue.state()).toEqual({ holder: null, heldMs: 0, waiting: 0 })
  })

  it('tells of each turn how long it was waited for and held', async () => {
    const told: { waitedMs: number; heldMs: number }[] = []
    const queue = createWriteQueue({ onHandOn: (times) => void told.push(times) })
    await Promise.all([operate(queue, 'a', () => pause(30)), operate(queue, 'b', () => pause(1))])
    expect(told).toHaveLength(2)
    expect(told[0]?.waitedMs).toBeLessThan(25)
    expect(told[0]?.heldMs).toBeGreaterThan(25)
    expect(told[1]?.waitedMs).toBeGreaterThan(25)
  })

  it('never lets two writes overlap and forgets none, whatever they do', async () => {
    const step = fc.record({ ms: fc.integer({ min: 0, max: 3 }), fails: fc.boolean(), alone: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const queue = createWriteQueue()
        let inside = 0
        const work = (ms: number, fails: boolean) => async () => {
          inside += 1
          expect(inside).toBe(1)
          await pause(ms)
          inside -= 1
          if (fails) throw new Error('as it was told')
        }
        const results = await Promise.allSettled(
          steps.map(({ ms, fails, alone }) =>
            alone ? queue.during({ who: 'alone' }, work(ms, fails)) : operate(queue, 'operation', work(ms, fails)),
          ),
        )
        expect(results.map(({ status }) => status === 'rejected')).toEqual(steps.map(({ fails }) => fails))
        expect(queue.state().holder).toBeNull()
      }),
      { numRuns: 30 },
    )
  })

  it('tells a write that waits for the transaction around it, and names both', async () => {
    const queue = createWriteQueue({ selfWaitMs: 30 })
    const nested = operate(queue, 'create on articles', () =>
      queue.during({ who: 'updateOne on redirects' }, async () => 'never'),
    )
    await expect(nested).rejects.toThrow(WaitsForItself)
    await expect(nested).rejects.toThrow(
      'updateOne on redirects waits for the transaction that surrounds it (create on articles): a write inside a hook must pass `req`',
    )
    expect(queue.state().holder).toBeNull()
  })

  it('tells it also where others stand between them in the queue, and lets those go on', async () => {
    const queue = createWriteQueue({ selfWaitMs: 30 })
    const outer = operate(queue, 'outer', async () => {
      await pause(5)
      return operate(queue, 'inner', async () => {})
    })
    const others = [1, 2, 3].map(() => queue.during({ who: 'other' }, async () => 'done'))
    await expect(outer).rejects.toThrow(WaitsForItself)
    expect(await Promise.all(others)).toEqual(['done', 'done', 'done'])
  })

  it('leaves a stack that leads to the hook', async () => {
    const queue = createWriteQueue({ selfWaitMs: 20 })
    const hookThatForgot = async () => {
      await pause(1)
      await queue.during({ who: 'create on entries' }, async () => {})
    }
    const error = await operate(queue, 'outer', hookThatForgot).catch((reason: Error) => reason)
    expect((error as Error).stack).toContain('hookThatForgot')
  })

  it('does not take operations that start together for one inside the other', async () => {
    const queue = createWriteQueue({ selfWaitMs: 20 })
    // `take` marks the context of its caller, which here goes on to start the next one.
    const results = await Promise.all([1, 2, 3].map((n) => operate(queue, `op ${n}`, () => pause(60).then(() => n))))
    expect(results).toEqual([1, 2, 3])
  })

  it('lets a write that a hook started without waiting for it follow the transaction', async () => {
    const queue = createWriteQueue({ selfWaitMs: 200 })
    let later: Promise<string> | undefined
    await operate(queue, 'outer', async () => {
      await pause(1)
      later = queue.during({ who: 'later' }, async () => 'written')
    })
    expect(await later).toBe('written')
  })

  it('does not take the next operation of the same code for one inside the last', async () => {
    const queue = createWriteQueue({ selfWaitMs: 20 })
    const first = await queue.take({ who: 'first' })
    first.release()
    const second = await queue.take({ who: 'second' })
    const third = queue.during({ who: 'third' }, async () => 'written')
    second.release()
    expect(await third).toBe('written')
  })

  it('takes the turn from an owner who stands still while others wait', async () => {
    const onEvict = vi.fn()
    const whenEvicted = vi.fn()
    const queue = createWriteQueue({ evictAfterMs: 40, onEvict })
    const still = await queue.take({ who: 'never ends', whenEvicted })
    // Elsewhere: nothing ties it to the first, so that only time can tell.
    const other = await new Promise((resolve) =>
      setImmediate(() => resolve(queue.during({ who: 'other' }, async () => 'written'))),
    )
    expect(other).toBe('written')
    expect(whenEvicted).toHaveBeenCalledOnce()
    expect(onEvict).toHaveBeenCalledWith('never ends', expect.any(Number))
    expect(still.evicted).toBe(true)
    still.release()
    expect(queue.state().holder).toBeNull()
  })

  it('leaves the turn with an owner who works, however long it takes', async () => {
    const queue = createWriteQueue({ evictAfterMs: 40 })
    const long = operate(queue, 'migration', async (turn) => {
      for (let step = 0; step < 15; step++) {
        await pause(10)
        turn.touch()
      }
      return turn.evicted
    })
    const other = queue.during({ who: 'other' }, async () => 'after')
    expect(await Promise.all([long, other])).toEqual([false, 'after'])
  })

  it('reports a turn that is held for long, once and by what it last wrote', async () => {
    const onLongHold = vi.fn()
    const queue = createWriteQueue({ reportAfterMs: 15, onLongHold })
    const turn = await queue.take({ who: 'a transaction' })
    turn.touch('create on articles')
    await pause(50)
    turn.release()
    expect(onLongHold).toHaveBeenCalledExactlyOnceWith('create on articles', expect.any(Number))
  })

  it('waits for the turns it promised when it closes, and refuses new ones', async () => {
    const queue = createWriteQueue()
    const seen: string[] = []
    const running = queue.during({ who: 'running' }, () => pause(10).then(() => seen.push('running')))
    const queued = queue.during({ who: 'queued' }, async () => seen.push('queued'))
    await queue.close(1_000)
    await Promise.all([running, queued])
    expect(seen).toEqual(['running', 'queued'])
    await expect(queue.take({ who: 'late' })).rejects.toThrow(QueueClosed)
  })

  it('does not wait for ever when it closes', async () => {
    const queue = createWriteQueue()
    const whenEvicted = vi.fn()
    await queue.take({ who: 'never ends', whenEvicted })
    await queue.close(20)
    expect(whenEvicted).toHaveBeenCalledOnce()
  })

  it('forgets turns that are over, however many follow one another in one context', async () => {
    const queue = createWriteQueue()
    const write = async () => {
      const ballast = new Array(10_000).fill(0)
      const turn = await queue.take({ who: 'one of many', whenEvicted: () => ballast })
      turn.release()
    }
    for (let round = 0; round < 200; round++) await write()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    const before = process.memoryUsage().heapUsed
    for (let round = 0; round < 2_000; round++) await write()
    collect()
    // All of them would be 160 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000)
  })
})
