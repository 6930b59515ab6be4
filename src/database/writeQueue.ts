import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * One write transaction at a time, first come first served: SQLite has a single writer, and whoever finds it taken gets
 * SQLITE_BUSY at once. Pure logic, no database: what a turn does with the writer is its owner's affair.
 *
 * The queue also knows who waits from inside whom. A write in a hook that has forgotten `req` waits for the transaction
 * around it, which waits for the hook: it is told so by name instead of waiting for ever.
 */
export interface WriteQueue {
  /**
   * Waits for the turn. Call it synchronously from the function that begins the transaction: the caller's asynchronous
   * context is marked, and writes that start further inside are known by that mark.
   * @throws WaitsForItself when the turn that is held surrounds this one; QueueClosed after `close`
   */
  take(options: TakeOptions): Promise<Turn>
  /** Like `take` for a single step that calls no foreign code: the context is left as it was. */
  during<T>(options: TakeOptions, step: (turn: Turn) => Promise<T>): Promise<T>
  /** The turn that was last taken around the running code, over or not. */
  around(): Turn | undefined
  state(): { holder: string | null; heldMs: number; waiting: number }
  /** Lets the turns that were promised finish, for at most `withinMs`, and refuses new ones. */
  close(withinMs: number): Promise<void>
}

export interface TakeOptions {
  /** Who asks, for messages: the method and the collection, or the operation. */
  who: string
  /** Called where the turn is taken away because its owner has stood still for too long; free the writer in it. */
  whenEvicted?: () => void
}

export interface Turn {
  /** Says that the owner works, and at what: an owner who stands still while others wait loses the turn in the end. */
  touch(what?: string): void
  /** Hands the turn on; a second call does nothing. */
  release(): void
  readonly evicted: boolean
}

export interface WriteQueueOptions {
  /** A turn that stands still for this long, while a write from inside it waits, is waiting for that write. @default 1000 */
  selfWaitMs?: number
  /** A turn that stands still for this long while others wait is taken away. @default 120000 */
  evictAfterMs?: number
  /** A turn held for this long is reported once. @default 60000 */
  reportAfterMs?: number
  onLongHold?: (holder: string, heldMs: number) => void
  onEvict?: (holder: string, idleMs: number) => void
  /** Told of each turn when it is over. */
  onHandOn?: (times: { waitedMs: number; heldMs: number }) => void
}

/** The write waits for the transaction that surrounds it. */
export class WaitsForItself extends Error {
  override name = 'WaitsForItself'
}

export class QueueClosed extends Error {
  override name = 'QueueClosed'
  constructor() {
    super('The database is closed')
  }
}

/** What the asynchronous context carries: the chain of turns that were asked for around the running code. */
interface Mark {
  outer: Mark | undefined
  /** Still in the synchronous run that made it: what starts now is a sibling, it cannot be inside. */
  fresh: boolean
  holding: boolean
  /** Handed on: it holds nothing any more, and need not be remembered by those that come after it. */
  over: boolean
  turn: Turn | undefined
}

interface Holder {
  mark: Mark
  who: string
  since: number
  touched: number
  evict: () => void
}

interface Waiter {
  mark: Mark
  admit: () => void
  refuse: (reason: Error) => void
  selfWait: Error | undefined
}

export function createWriteQueue({
  selfWaitMs = 1_000,
  evictAfterMs = 120_000,
  reportAfterMs = 60_000,
  onLongHold,
  onEvict,
  onHandOn,
}: WriteQueueOptions = {}): WriteQueue {
  const context = new AsyncLocalStorage<Mark | undefined>()
  const waiting: Waiter[] = []
  let holder: Holder | undefined
  let closed = false
  let watch: NodeJS.Timeout | undefined
  let idle: (() => void)[] = []

  function newMark(): Mark {
    const around = context.getStore()
    let outer = around?.fresh ? around.outer : around
    // Writes that follow one another in one context would else be a chain without end.
    while (outer?.over) outer = outer.outer
    const mark: Mark = { outer, fresh: true, holding: false, over: false, turn: undefined }
    queueMicrotask(() => {
      mark.fresh = false
    })
    return mark
  }

  function waitForTurn(mark: Mark, { who, whenEvicted }: TakeOptions): Promise<Turn> {
    if (closed) return Promise.reject(new QueueClosed())
    const asked = performance.now()
    if (!holder) return Promise.resolve(hold(mark, who, asked, whenEvicted))

    const selfWait = heldAround(mark) ? describeSelfWait(who, holder.who) : undefined
    return new Promise((resolve, reject) => {
      waiting.push({ mark, selfWait, refuse: reject, admit: () => resolve(hold(mark, who, asked, whenEvicted)) })
      watch ??= setInterval(look, Math.max(10, Math.min(selfWaitMs, evictAfterMs) / 4))
    })
  }

  function hold(mark: Mark, who: string, asked: number, whenEvicted?: () => void): Turn {
    const started = performance.now()
    let evicted = false
    const mine: Holder = {
      mark,
      who,
      since: started,
      touched: started,
      evict: () => {
        evicted = true
        whenEvicted?.()
        handOn()
      },
    }
    const report = setTimeout(() => onLongHold?.(mine.who, performance.now() - started), reportAfterMs)
    report.unref()
    mark.holding = true
    holder = mine

    function handOn() {
      if (holder !== mine) return
      clearTimeout(report)
      mark.holding = false
      mark.over = true
      holder = undefined
      onHandOn?.({ waitedMs: started - asked, heldMs: performance.now() - started })
      const next = waiting.shift()
      if (waiting.length === 0) stopWatch()
      if (next) next.admit()
      else for (const tell of idle.splice(0)) tell()
    }

    mark.turn = {
      touch(what) {
        mine.touched = performance.now()
        if (what) mine.who = what
      },
      release: handOn,
      get evicted() {
        return evicted
      },
    }
    return mark.turn
  }

  function look() {
    if (!holder) return
    const idleMs = performance.now() - holder.touched
    if (idleMs >= selfWaitMs) {
      for (const waiter of waiting.filter(({ mark }) => heldAround(mark))) {
        waiting.splice(waiting.indexOf(waiter), 1)
        waiter.refuse(waiter.selfWait ?? describeSelfWait('a write', holder.who))
      }
    }
    if (waiting.length === 0) return stopWatch()
    if (idleMs >= evictAfterMs) {
      onEvict?.(holder.who, idleMs)
      holder.evict()
    }
  }

  function stopWatch() {
    clearInterval(watch)
    watch = undefined
  }

  return {
    take(options) {
      const mark = newMark()
      context.enterWith(mark)
      return waitForTurn(mark, options)
    },
    during(options, step) {
      const mark = newMark()
      return context.run(mark, async () => {
        const turn = await waitForTurn(mark, options)
        try {
          return await step(turn)
        } finally {
          turn.release()
        }
      })
    },
    around: () => context.getStore()?.turn,
    state: () => ({
      holder: holder?.who ?? null,
      heldMs: holder ? performance.now() - holder.since : 0,
      waiting: waiting.length,
    }),
    async close(withinMs) {
      closed = true
      if (!holder) return
      let timer: NodeJS.Timeout | undefined
      await Promise.race([
        new Promise<void>((resolve) => idle.push(resolve)),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, withinMs)
        }),
      ])
      clearTimeout(timer)
      idle = []
      stopWatch()
      for (const waiter of waiting.splice(0)) waiter.refuse(new QueueClosed())
      holder?.evict()
    },
  }
}

function heldAround(mark: Mark): boolean {
  for (let around = mark.outer; around; around = around.outer) if (around.holding) return true
  return false
}

/** Made where the write is asked for, so that its stack leads to the hook. */
function describeSelfWait(who: string, holder: string): WaitsForItself {
  const error = new WaitsForItself()
  const operation = /initTransaction .*\n.*\bat (?:async )?(\w+Operation) /.exec(error.stack ?? '')?.[1]
  error.message =
    `${operation ? `${who} (${operation})` : who} waits for the transaction that surrounds it (${holder}): ` +
    'a write inside a hook must pass `req`, then it belongs to the same transaction'
  error.stack = `${error.name}: ${error.message}\n${(error.stack ?? '').split('\n').slice(1).join('\n')}`
  return error
}
