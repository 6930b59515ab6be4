import cluster, { type Worker } from 'node:cluster'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Logger } from 'pino'
import { alone, type Ready } from './messages'
import { pauseAfterDeath } from './pauseAfterDeath'
import { killAfterMs } from './stopTimes'
import { workerVariables } from './thisWorker'

interface Workers {
  /** What each of them runs. */
  file: string
  count: number
  /** How long they go on answering once they were asked to end. */
  shutdownDelaySeconds: number
  logger: Pick<Logger, 'info' | 'error'>
}

/**
 * Runs so many processes that share one port, and nothing else: it answers no request, and opens no database. The first one migrates and
 * fills a new database before the others begin. One that dies is started again, at once, and ever later the more often that happens;
 * before all have been ready once, it ends the others too, since there is something to be seen to. Asked to end, all finish what runs.
 */
export async function runWorkers({ file, count, shutdownDelaySeconds, logger }: Workers): Promise<never> {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-'))
  const adminSocket = join(folder, 'admin')
  const before = ['src/keepTick.mjs', 'src/ownStacks.mjs'].map((each) => `--import=${pathToFileURL(resolve(each))}`)
  cluster.setupPrimary({ exec: file, args: [], execArgv: [...process.execArgv, ...before] })
  const running = new Map<number, Worker>()
  const restarts = new Set<NodeJS.Timeout>()
  let serving = false
  let stopping = false

  function start(index: number, deaths: number[] = []): Promise<string> {
    const worker = cluster.fork({ [workerVariables.index]: String(index), [workerVariables.adminSocket]: adminSocket })
    running.set(index, worker)
    worker.once('exit', (code, signal) => {
      running.delete(index)
      if (stopping) return stopped(signal === 'SIGTERM' ? 0 : (code ?? 1)) // it had not begun to serve
      if (!serving) return void stop('a worker that could not start', code || 1)
      const recent = [...deaths, performance.now()]
      const pauseMs = pauseAfterDeath(recent)
      logger.error({ worker: index, code, signal, pauseMs, msg: 'A worker has ended; it is started again' })
      const restart = setTimeout(() => {
        restarts.delete(restart)
        void start(index, recent)
      }, pauseMs)
      restarts.add(restart)
    })
    return new Promise((resolve) => worker.on('message', (message: Ready) => resolve(message.ready)))
  }

  const tellAlone = () => running.get(0)?.send(alone, () => {}) // it may be gone by now
  let exitCode = 0
  function stopped(code: number): void {
    exitCode ||= code
    if (running.size === 0) {
      rmSync(folder, { recursive: true, force: true })
      process.exit(exitCode)
    }
    // Until now another could have handed it a request.
    if (running.size === 1) tellAlone()
  }

  function stop(why: string, code = 0): void {
    if (stopping) return
    stopping = true
    for (const restart of restarts) clearTimeout(restart)
    logger.info({ why, msg: 'All workers end' })
    setTimeout(() => {
      for (const worker of running.values()) worker.process.kill('SIGKILL')
    }, killAfterMs(shutdownDelaySeconds)).unref()
    for (const worker of running.values()) worker.process.kill('SIGTERM')
    exitCode = code
    if (running.size === 0) stopped(code)
    else if (running.size === 1) tellAlone()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal))

  const first = await start(0)
  const others = await Promise.all(Array.from({ length: count - 1 }, (_, at) => start(at + 1)))
  serving = true
  process.stdout.write([first, ...others].join(''))
  return new Promise(() => {})
}
