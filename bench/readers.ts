import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * `bench/readers.ts ORIGIN ARTICLES.json READERS A_SECOND SECONDS`: so many readers, each with a connection of his own, read articles as people
 * do: not in step, and the next one some time after the last. A process of its own, so that what else the bench does is not counted
 * as waiting. Prints what it measured as one line of JSON.
 */
const [origin = '', list = '', ...numbers] = process.argv.slice(2)
const [readers = 0, aSecond = 1, seconds = 0] = numbers.map(Number)
const slugs = (JSON.parse(readFileSync(list, 'utf8')) as { slug: string }[]).map(({ slug }) => slug)
const agent = new Agent({ keepAlive: true, maxSockets: readers })
const until = performance.now() + seconds * 1000
const times: number[] = []
let failed = 0

await Promise.all(Array.from({ length: readers }, (_, number) => readOn(number)))
agent.destroy()
process.stdout.write(`${JSON.stringify({ times: times.map((ms) => Math.round(ms * 10) / 10), failed })}\n`)

async function readOn(number: number): Promise<void> {
  for (let page = number * 7; ; page++) {
    await wait((2_000 / aSecond) * Math.random())
    if (performance.now() > until) return
    const began = performance.now()
    const status = await read(`${origin}/v1/articles/${slugs[page % slugs.length]}`)
    times.push(performance.now() - began)
    if (status !== 200) failed++
  }
}

/** @returns the status of the answer once it is whole, and 0 where there is none */
function read(url: string): Promise<number> {
  return new Promise((resolve) => {
    get(url, { agent }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', () => resolve(0))
    }).once('error', () => resolve(0))
  })
}
