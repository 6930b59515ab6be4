import { setTimeout as wait } from 'node:timers/promises'

/** Looks again and again until there is something. */
export async function until<Value>(look: () => Value | undefined, within: number): Promise<Value> {
  const deadline = Date.now() + within
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`Nothing within ${within / 1000} s`)
    await wait(50)
  }
}
