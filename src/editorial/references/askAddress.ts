import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, ask } from '../../outgoing/ask'
import { ForbiddenAddress } from '../../outgoing/publicAddress'

/** What became of asking for an address. */
export interface Found {
  verdict:
    | 'fine' // a reader gets an answer
    | 'unclear' // the server answers, and tells nothing to machines
    | 'busy' // asked us to come back later
    | 'failed'
  /** The last answer's; none where nobody answered. */
  status?: number
  error?: string
  /** How long to stay away, in milliseconds, where the server said so. */
  retryAfter?: number
}

export interface AskAddressOptions {
  /** Whom the asked server may turn to. */
  serverUrl: string | undefined
  allowPrivate: boolean
  /** How long one answer may take, in milliseconds. @default 8000 */
  patience?: number
  /** How long to wait between two requests for one address, in milliseconds. @default 1000 */
  pause?: number
}

const mostRedirects = 5
/** A server that wants a login, a person or another place has the page, as far as a machine can tell. */
const notForMachines = new Set([401, 403, 405, 406, 407, 451, 501])

/**
 * Asks whether a reader finds something at an address: with HEAD, and with GET only where HEAD was not answered well, since some
 * servers know no HEAD. It says who asks, reads no page, and stays away where it is told to.
 */
export async function askAddress(url: string, options: AskAddressOptions): Promise<Found> {
  const first = await follow(url, 'HEAD', options)
  if (first.verdict === 'fine' || first.verdict === 'busy' || first.final) return known(first)
  await wait(options.pause ?? 1000)
  return known(await follow(url, 'GET', options))
}

/** `final`: another method would change nothing. */
type Followed = Found & { final?: boolean }
const known = ({ final: _, ...found }: Followed): Found => found

async function follow(url: string, method: 'HEAD' | 'GET', options: AskAddressOptions): Promise<Followed> {
  let at = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    let answer: Answer
    try {
      answer = await ask(at, {
        method,
        headers: {
          'user-agent': `Saphena reference check${options.serverUrl ? ` (+${options.serverUrl})` : ''}`,
          accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
        },
        patience: options.patience ?? 8000,
        allowPrivate: options.allowPrivate,
      })
    } catch (error) {
      const final = error instanceof ForbiddenAddress || (error as NodeJS.ErrnoException).code === 'ENOTFOUND'
      return { verdict: 'failed', error: messageOf(error), final }
    }
    const { status, headers } = answer
    if (status < 300 || status > 399 || !headers.location) return judge(answer)
    if (!URL.canParse(headers.location, at)) return { verdict: 'failed', status, error: 'It leads to no address' }
    const next = new URL(headers.location, at)
    if (!/^https?:$/.test(next.protocol)) return { verdict: 'failed', status, error: 'It leads to no page' }
    at = next.href
  }
  return { verdict: 'failed', error: `It leads on more than ${mostRedirects} times`, final: true }
}

function judge({ status, headers }: Answer): Found {
  if (status >= 200 && status < 400) return { verdict: 'fine', status }
  if (status === 429 || status === 503) {
    const retryAfter = waitOf(headers['retry-after'])
    return { verdict: 'busy', status, ...(retryAfter === undefined ? {} : { retryAfter }) }
  }
  if (notForMachines.has(status)) return { verdict: 'unclear', status }
  return { verdict: 'failed', status }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function waitOf(header: string | undefined): number | undefined {
  if (!header) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const until = Date.parse(header)
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now())
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code || error.name : String(error)).slice(
    0,
    300,
  )
