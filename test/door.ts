import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { Transform } from 'node:stream'

/** A way to a server that can be shut, as a network or a machine that fails, and opened again. */
export interface Door {
  /** Where to knock instead, on 127.0.0.1. */
  port: number
  /** Breaks off what is open, and lets nobody in. */
  shut(): Promise<void>
  open(): Promise<void>
  /** Lets everything through so many milliseconds later, each way; 0 at once. */
  delay(ms: number): void
  /** Lets everybody in and nothing through, as a network that loses all; what was said meanwhile goes through once that is over. */
  silence(silent: boolean): void
}

export async function buildDoor(to: { host: string; port: number }): Promise<Door> {
  const through = new Set<Socket>()
  let late = 0
  let silence = noSilence
  const server = createServer((outside) => {
    const inside = connect(to.port, to.host)
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      through.add(one)
      one.pipe(passOn(() => ({ late, silence }))).pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        through.delete(one)
        other.destroy()
      })
    }
  })
  const port = await listen(server, 0)
  return {
    port,
    async shut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of through) socket.destroy()
      await closed
    },
    open: async () => void (await listen(server, port)),
    delay(ms) {
      late = ms
    },
    silence(silent) {
      silence.end()
      silence = silent ? beginSilence() : noSilence
    },
  }
}

interface Silence {
  over: Promise<void> | undefined
  end: () => void
}

const noSilence: Silence = { over: undefined, end: () => {} }

function beginSilence(): Silence {
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return { over, end }
}

/** In order, each piece for itself: what follows waits for what is before it. */
const passOn = (network: () => { late: number; silence: Silence }): Transform =>
  new Transform({
    async transform(chunk, _encoding, done) {
      const { late, silence } = network()
      if (silence.over) await silence.over
      if (late === 0) done(null, chunk)
      else setTimeout(() => done(null, chunk), late)
    },
  })

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as { port: number }).port
}
