import { once } from 'node:events'
import { type Running, spawnScript } from './runScript'
import { until } from './until'

/** The first start may have to build the admin. */
export const startTimeout = 300_000

export interface StartedServer {
  url: string
  process: Running
  /** All that it has printed until now, the log apart. */
  printed: () => string
  /** The log's entries until now. */
  logged: () => Record<string, unknown>[]
  /** Asks it to end as a service manager does. @returns its exit code, or the signal that ended it */
  stop: () => Promise<number | string | null>
}

/** What `npm start` starts, on a free port, until it says that it is ready. */
export async function startServer(settings: Record<string, string>): Promise<StartedServer> {
  const child = spawnScript('start', [], { PORT: '0', SEED: 'false', ...settings })
  let output = ''
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const lines = () => output.split('\n')
  const url = await Promise.race([
    until(() => /^ {2}Admin {5}(http\S+)\/admin$/m.exec(output)?.[1], startTimeout),
    ended.then(([code, signal]) => {
      throw new Error(`The server ended with ${code ?? signal} before it was ready:\n${output}\n${errors}`)
    }),
  ]).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  return {
    url,
    process: child,
    printed: () =>
      `${lines()
        .filter((line) => !line.startsWith('{'))
        .join('\n')}${errors}`,
    logged: () => lines().flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : [])),
    stop: async () => {
      child.kill('SIGTERM')
      const [code, signal] = await ended
      return code ?? signal
    },
  }
}
