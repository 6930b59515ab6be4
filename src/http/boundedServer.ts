import { createServer, type Server, type ServerOptions } from 'node:http'

/**
 * A server that does not wait for whoever sends slowly (slow loris): headers have to be there in 15 seconds and a whole request in a minute,
 * which Node looks at every few seconds. Headers with the address of a request are 16 kB at most. A connection that is kept open without
 * a request is closed after 65 seconds: later than proxies close theirs (a minute in nginx and in load balancers), since whoever sends a request
 * in the moment in which the other side closes loses it.
 */
export const boundedServer = (options: ServerOptions = {}): Server =>
  createServer({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16 * 1024,
    ...options,
  })
