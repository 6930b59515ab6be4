import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { boundedServer } from './boundedServer'

/** More than the system takes of what a reader does not fetch. */
const size = 30_000_000

async function listen() {
  const server = boundedServer()
  server.on('request', (req, res) => {
    res.end(req.url === '/large' ? Buffer.alloc(size, 'a') : 'small')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => server.closeAllConnections())
  const ask = (path: string) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
    return socket
  }
  return { server, ask }
}

it('sends a slow reader all of his answer as it closes, and closes those who wait for nothing then', async () => {
  const { server, ask } = await listen()
  const idle = ask('/small')
  await once(idle, 'data')
  const slow = ask('/large')
  let read = 0
  slow.on('data', (chunk) => {
    read += chunk.length
  })
  await once(slow, 'data')
  slow.pause()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(read).toBeLessThan(size)

  const closed = Promise.all([slow, idle, server].map((each) => once(each, 'close')))
  server.close()
  const closing = setInterval(() => server.closeIdleConnections(), 20)
  onTestFinished(() => clearInterval(closing))
  await new Promise((resolve) => setTimeout(resolve, 100))
  slow.resume()
  await closed
  expect(read).toBeGreaterThan(size)
})
