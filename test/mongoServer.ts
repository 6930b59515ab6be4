import { startJavaServer } from './javaServer'

export interface MongoServer {
  url: string
  /** Ends the process at once, as a crash does, and waits until it is gone. */
  stop(): Promise<void>
}

/**
 * A server that speaks MongoDB's protocol (mongo-java-server) over a database in memory, on 127.0.0.1. It has no `hello`,
 * no transactions, no change streams, and no `$lookup` with a pipeline; a MONGODB_TEST_URL shows what a real one does.
 *
 * @param port a free one unless told
 */
export async function startMongoServer(port = 0, use?: 'bench'): Promise<MongoServer> {
  const server = await startJavaServer('mongo-server', String(port), use)
  return { url: `mongodb://127.0.0.1:${server.port}`, stop: server.stop }
}
