import { readFileSync } from 'node:fs'
import { createServer, type OutgoingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Asked } from './load'

/** Asks another server each request twice, then answers them itself with the same bytes: what `node:http` can do at best. */
const { origin, asked } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { origin: string; asked: Asked[] }

interface Recorded {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
}

const answers = new Map<string, Recorded>()
for (let pass = 0; pass < 2; pass++) for (const each of asked) answers.set(each.body ?? each.path, await record(each))

const server = createServer((req, res) => {
  if (req.method === 'GET') return answer(req.url ?? '')
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => answer(Buffer.concat(chunks).toString()))

  function answer(key: string): void {
    const found = answers.get(key)
    if (found) res.writeHead(found.status, found.headers).end(found.body)
    else res.writeHead(500).end()
  }
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`)
})
process.once('SIGTERM', () => process.exit(0))

function record({ method, path, headers, body }: Asked): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const req = request(new URL(path, origin), { method, headers: { ...headers, ...length } }, async (res) => {
      const { date: _date, connection: _connection, 'keep-alive': _keep, ...kept } = res.headers
      delete kept['transfer-encoding']
      const bytes = await buffer(res)
      const status = res.statusCode ?? 500
      resolve({
        status,
        headers: status === 304 ? kept : { ...kept, 'content-length': bytes.length },
        body: bytes,
      })
    })
    req.once('error', reject)
    req.end(body)
  })
}
