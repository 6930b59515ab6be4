import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const jars = resolve('.cache/mongo-server')
const main = resolve('test/mongo-server/Main.java')

export interface MongoServer {
  url: string
  /** Ends the process at once, as a crash does, and waits until it is gone. */
  stop(): Promise<void>
}

/** Why the MongoDB-protocol test server cannot be started on this machine; null where it can. Fetches it the first time. */
export function mongoServerMissing(): string | null {
  if (!existsSync(`${jars}/complete`)) {
    try {
      execFileSync('sh', ['test/mongo-server/install.sh'], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 })
    } catch {
      return 'the test server cannot be fetched, which needs mvn and Java 17 (npm run test:mongo-server says more)'
    }
  }
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'there is no java'
  }
}

/**
 * A server that speaks MongoDB's protocol (mongo-java-server) over a database in memory, on 127.0.0.1. It has no `hello`,
 * no transactions, no change streams, and no `$lookup` with a pipeline; a MONGODB_TEST_URL shows what a real one does.
 *
 * @param port a free one unless told
 */
export async function startMongoServer(port = 0): Promise<MongoServer> {
  const missing = mongoServerMissing()
  if (missing) throw new Error(`No MongoDB test server: ${missing}`)

  // It ends when its standard input does, so that it never outlives the tests.
  const server = spawn('java', ['-XX:TieredStopAtLevel=1', '-Xmx512m', '-cp', `${jars}/*`, main, String(port)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const listening = await new Promise<number>((resolvePort, reject) => {
    let complaint = ''
    server.stderr.on('data', (text) => {
      complaint += text
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`The MongoDB test server ended with ${code}: ${complaint}`)))
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = /^port (\d+)$/.exec(line)
      if (found) resolvePort(Number(found[1]))
    })
  })
  return { url: `mongodb://127.0.0.1:${listening}`, stop: () => stop(server) }
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((gone) => {
    server.once('exit', () => gone())
    server.kill('SIGKILL')
  })
}
