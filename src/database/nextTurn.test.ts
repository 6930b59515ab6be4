import { setImmediate as nextRound } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nextTurn } from './nextTurn'

const workFor = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

describe('A turn of the event loop', () => {
  it('is not waited for at first', async () => {
    await nextRound()
    expect(nextTurn()).toBeUndefined()
  })

  it('comes after a while of work, and lets what waited go before', async () => {
    await nextRound()
    nextTurn()
    const order: string[] = []
    setImmediate(() => order.push('a reader'))
    workFor(8)
    const save = async () => {
      await nextTurn()
      order.push('the next statement')
    }
    await save()
    expect(order).toEqual(['a reader', 'the next statement'])
  })

  it('begins anew once it has come', async () => {
    await nextRound()
    nextTurn()
    workFor(8)
    await nextTurn()
    expect(nextTurn()).toBeUndefined()
  })
})
