import { describe, expect, it, vi } from 'vitest'
import { isConflict, noteCommit, noteConflict, retryConflicts, untilNoConflict } from './conflicts'
import { commitForCertain } from './mongoTransactions'

/** As the driver throws them. */
const labelled = (label: string) => Object.assign(new Error('from the server'), { errorLabels: [label] })
const conflict = () => labelled('TransientTransactionError')

/** @returns how it ended, and after how long */
async function finish<Result>(work: Promise<Result>): Promise<{ result: PromiseSettledResult<Result>; ms: number }> {
  const began = performance.now()
  const [result] = await Promise.allSettled([work])
  return { result, ms: performance.now() - began }
}

describe('A write conflict', () => {
  it.each([
    ['by its label', conflict()],
    ['by its code', Object.assign(new Error('WriteConflict'), { code: 112 })],
    ['within another error', new Error('The save failed', { cause: conflict() })],
    ['within an error of GraphQL', Object.assign(new Error('x'), { originalError: conflict() })],
  ])('is known %s', (_, error) => expect(isConflict(error)).toBe(true))

  it.each([
    ['no error', undefined],
    ['another error', new Error('WriteConflict')],
    ['a value that is there already', Object.assign(new Error('E11000'), { code: 11_000 })],
    ['a commit whose end is unknown', labelled('UnknownTransactionCommitResult')],
  ])('is not %s', (_, error) => expect(isConflict(error)).toBe(false))

  it('has the transaction run again, after pauses that grow and differ', async () => {
    const durations = new Set<number>()
    for (let times = 0; times < 5; times++) {
      let tried = 0
      const { result, ms } = await finish(
        retryConflicts(async () => {
          if (++tried < 4) throw conflict()
          return 'kept'
        }),
      )
      expect(result).toEqual({ status: 'fulfilled', value: 'kept' })
      durations.add(ms)
    }
    expect(Math.min(...durations)).toBeGreaterThan(65) // half of 20 + 40 + 80, by a clock that rounds
    expect(durations.size).toBeGreaterThan(1)
  })

  it('is thrown in the end, and other errors at once', async () => {
    const always = vi.fn(() => Promise.reject(conflict()))
    expect((await finish(retryConflicts(always))).result.status).toBe('rejected')
    expect(always).toHaveBeenCalledTimes(6)
    const wrong = vi.fn(() => Promise.reject(new Error('wrong')))
    await finish(retryConflicts(wrong))
    expect(wrong).toHaveBeenCalledTimes(1)
  })
})

describe('Work that answers', () => {
  it('is done again while it met a conflict and has kept nothing', async () => {
    const work = vi.fn(async (attempt: number) => {
      if (attempt < 3) noteConflict(conflict())
      return attempt
    })
    const { result } = await finish(untilNoConflict(work))
    expect(result).toMatchObject({ value: { result: 3, conflicted: false } })
  })

  it('is not done again for another error, nor once something was committed', async () => {
    for (const meet of [
      () => noteConflict(new Error('wrong')),
      () => {
        noteCommit()
        noteConflict(conflict())
      },
    ]) {
      const work = vi.fn(async () => meet())
      const { result } = await finish(untilNoConflict(work))
      expect([work.mock.calls.length, result]).toMatchObject([1, { value: { conflicted: false } }])
    }
  })

  it('gives up after six attempts and says so, and knows its own conflicts from those beside it', async () => {
    const work = vi.fn(async () => {
      noteConflict(conflict())
    })
    const beside = vi.fn(async () => {})
    const [meeting, other] = [finish(untilNoConflict(work)), untilNoConflict(beside)]
    expect((await meeting).result).toMatchObject({ value: { conflicted: true } })
    expect(await other).toMatchObject({ conflicted: false })
    expect([work.mock.calls.length, beside.mock.calls.length]).toEqual([6, 1])
  })
})

describe('A commit', () => {
  const adapterWith = (commit: () => Promise<void>) => {
    const session = { inTransaction: () => true, commitTransaction: commit, endSession: vi.fn(async () => {}) }
    const adapter = { sessions: { one: session }, commitTransaction: async () => {} }
    commitForCertain(adapter as never)
    return { adapter, session }
  }

  it('whose end is not known is asked for again', async () => {
    const commit = vi.fn(async () => {
      if (commit.mock.calls.length < 3) throw labelled('UnknownTransactionCommitResult')
    })
    const { adapter, session } = adapterWith(commit)
    expect((await finish(adapter.commitTransaction())).result.status).toBe('fulfilled')
    await finish((adapter as unknown as { commitTransaction: (id: string) => Promise<void> }).commitTransaction('one'))
    expect(commit).toHaveBeenCalledTimes(3)
    expect([session.endSession.mock.calls.length, Object.keys(adapter.sessions)]).toEqual([1, []])
  })

  it('that was made keeps a request from being done again, and one that failed does not', async () => {
    for (const [fails, attempts] of [
      [false, 1],
      [true, 2],
    ] as const) {
      let tried = 0
      const work = async () => {
        const { adapter } = adapterWith(async () => {
          if (fails && tried === 1) throw conflict()
        })
        tried++
        await (adapter as unknown as { commitTransaction: (id: string) => Promise<void> })
          .commitTransaction('one')
          .catch(noteConflict)
        if (!fails) noteConflict(conflict())
      }
      await finish(untilNoConflict(work))
      expect(tried).toBe(attempts)
    }
  })
})
