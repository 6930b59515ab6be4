import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

export interface Asked {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
  /** Of the article that the answer shows. */
  slug?: string
}

/** A server that this bench started. */
export interface Started {
  origin: string
  pid: number
  stop: () => Promise<void>
}

export interface Round {
  /** Answers a second. */
  rate: number
  /** Of the server's processor time, where it is ours: milliseconds an answer, and how much of one core it had. */
  cpu: number
  busy: number
}

/** Told of each answer; `connection` tells those that ask one after another apart. */
export type Check = (answer: { asked: Asked; status: number; body: string; connection: number }) => void

const connections = 16

/** All connections ask all of the requests in turn, each from another place on. */
export async function load(
  origin: string,
  asked: readonly Asked[],
  { seconds, status = 200, pid, check }: { seconds: number; status?: number; pid?: number; check?: Check },
): Promise<Round> {
  const before = pid ? cpuOf(pid) : 0
  const began = performance.now()
  let connection = 0
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const own = connection++
      const from = Math.floor((own * asked.length) / connections)
      const requests = [...asked.slice(from), ...asked.slice(0, from)]
      client.setRequests(
        requests.map((each) => ({
          ...each,
          ...(check
            ? {
                onResponse: (is: number, body: string) => check({ asked: each, status: is, body, connection: own }),
              }
            : {}),
        })),
      )
    },
  })
  const took = performance.now() - began
  const used = pid ? cpuOf(pid) - before : 0
  const { total } = result.requests
  const right = (result as { statusCodeStats?: Record<string, { count?: number }> }).statusCodeStats?.[status]?.count
  if (result.errors || result.timeouts || right !== total)
    throw new Error(
      `${asked[0]?.path}: ${result.errors} errors, ${result.timeouts} timeouts, ${right} of ${total} right`,
    )
  return { rate: total / result.duration, cpu: used / total, busy: used / took }
}

/** User and system time of a process, in milliseconds: Linux counts it in hundredths of a second. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export function mebibytesOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

export function runEntry(entry: string, args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--conditions=production', 'src/run.mjs', entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

export async function finished(child: ChildProcess): Promise<void> {
  child.stdout?.resume()
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`)
}

/** Runs a server and waits for the address that it prints. */
export async function startEntry(entry: string, args: string[], env: Record<string, string>): Promise<Started> {
  const child = runEntry(entry, args, env)
  const gone = once(child, 'exit')
  const origin = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+(?=\/)/.exec(printed)
      if (found) resolve(found[0])
    })
    gone.then(([code]) => reject(new Error(`${entry} ended with ${code}`)), reject)
  })
  return {
    origin,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}
