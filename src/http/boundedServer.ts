import { createServer, type Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

/**
 * A server that does not wait for whoever sends slowly (slow loris): headers have to be there in 15 seconds and a whole request in a minute,
 * which Node looks at every few seconds. Headers with the address of a request are 16 kB at most. A connection that is kept open without
 * a request is closed after 65 seconds: later than proxies close theirs (a minute in nginx and in load balancers), since whoever sends a request
 * in the moment in which the other side closes loses it.
 */
export function boundedServer(options: ServerOptions = {}): Server {
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16 * 1024,
    ...options,
  })
  sendToTheEnd(server)
  return server
}

/**
 * As it closes, Node takes a connection for idle whose answer is written to its end, although a slow reader has yet to get the last of it. So
 * none is closed for being idle while anybody is being sent something.
 */
function sendToTheEnd(server: Server): void {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  const closeIdle = server.closeIdleConnections.bind(server)
  server.closeIdleConnections = () => {
    if ([...open].every(({ writableLength }) => writableLength === 0)) closeIdle()
  }
}
