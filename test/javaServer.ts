import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** A folder of `test/` with the `pom.xml` that names a server's jars, and the `Main.java` that starts it. */
type Name = 'mongo-server' | 's3-server'

export interface JavaServer {
  port: number
  /** Ends the process at once, as a crash does, and waits until it is gone. */
  stop(): Promise<void>
}

/** Why the server cannot be started on this machine; null where it can. Fetches it the first time. */
export function javaServerMissing(name: Name): string | null {
  if (!existsSync(resolve('.cache', name, 'complete'))) {
    try {
      execFileSync('sh', ['test/fetch-jars.sh', name], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 })
    } catch {
      return `the test server cannot be fetched, which needs mvn and Java 17 (npm run test:${name} says more)`
    }
  }
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'there is no java'
  }
}

/** Soon there, and small; for a bench, quick and with room for what that writes. */
const machines = {
  test: ['-XX:TieredStopAtLevel=1', '-Xmx512m'],
  bench: ['-Xmx3g'],
}

export async function startJavaServer(
  name: Name,
  argument: string,
  use: keyof typeof machines = 'test',
): Promise<JavaServer> {
  const missing = javaServerMissing(name)
  if (missing) throw new Error(`No ${name}: ${missing}`)

  // It ends when its standard input does, so that it never outlives the tests.
  const jars = `${resolve('.cache', name)}/*`
  const main = resolve('test', name, 'Main.java')
  const server = spawn('java', [...machines[use], '-cp', jars, main, argument], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const port = await new Promise<number>((resolvePort, reject) => {
    let complaint = ''
    server.stderr.on('data', (text) => {
      complaint += text
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`The ${name} of the tests ended with ${code}: ${complaint}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = /^port (\d+)$/.exec(line)
      if (found) resolvePort(Number(found[1]))
    })
  })
  return { port, stop: () => stop(server) }
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((gone) => {
    server.once('exit', () => gone())
    server.kill('SIGKILL')
  })
}
