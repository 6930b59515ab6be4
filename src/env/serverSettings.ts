import { z } from 'zod'
import { baseAddress, number, port, type ValuesOf } from './kinds'

/** Where and how it answers. */
export interface ServerSettings {
  port: number
  host: string
  workers: number
  /** Without a trailing slash; undefined where the operator gave none. */
  serverUrl: string | undefined
  /** Without a trailing slash; undefined: drafts are shown by Saphena itself. */
  websiteUrl: string | undefined
  trustProxy: number
  shutdownDelaySeconds: number
  production: boolean
}

export const serverVariables = {
  PORT: port.default(3000).describe('The TCP port to listen on; 0 lets the system choose a free one.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('The address to listen on; 0.0.0.0 inside a container or behind a proxy on another machine.'),
  WORKERS: number(/^([1-9]|[1-5]\d|6[0-4])$/, 'must be a number from 1 to 64')
    .default(1)
    .describe(
      'How many processes answer requests on this machine: 1, or as many as it has cores for readers; each has memory of its own, and a METRICS_PORT of its own, counted up.',
    ),
  SERVER_URL: baseAddress
    .optional()
    .describe(
      'The public address that readers and editors use, such as https://cms.example.org; it makes links absolute and cookies secure.',
    ),
  WEBSITE_URL: baseAddress
    .optional()
    .describe(
      'Where the website stands that shows drafts to editors, at /preview; without it Saphena shows them on a plain page of its own.',
    ),
  TRUST_PROXY: number(/^\d$/, 'must be a number from 0 to 9')
    .default(0)
    .describe(
      'How many proxies stand before Saphena and add to X-Forwarded-For, such as 1 behind Caddy; with 0 all who come by a proxy are counted as one asker.',
    ),
  SHUTDOWN_DELAY_SECONDS: number(/^\d{1,2}$/, 'must be a number of seconds')
    .default(0)
    .describe(
      'How long a process that was asked to stop goes on answering while /readyz already says 503, so that a balancer can send requests elsewhere: some seconds more than it takes to notice. 0 without a balancer.',
    ),
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('production')
    .describe(
      'production, unless you work on Saphena itself: outside it GraphiQL and introspection are open to everybody.',
    ),
} as const

export function toServerSettings(value: ValuesOf<typeof serverVariables>): ServerSettings {
  return {
    port: value.PORT,
    host: value.HOST,
    workers: value.WORKERS,
    serverUrl: value.SERVER_URL,
    websiteUrl: value.WEBSITE_URL,
    trustProxy: value.TRUST_PROXY,
    shutdownDelaySeconds: value.SHUTDOWN_DELAY_SECONDS,
    production: value.NODE_ENV === 'production',
  }
}
