import { type Logger, pino } from 'pino'
import type { Settings } from './env/readSettings'
import { currentRequestId } from './requestId'

/** Paths that may hold a secret or name a person; what stands there is never written. */
const secrets = [
  'password',
  'token',
  'secret',
  'apiKey',
  'email',
  'authorization',
  'cookie',
  'hash',
  'salt',
  'sessions',
]

/**
 * JSON lines to standard output, each with the id of the request that it belongs to. Query strings are never logged: a reader's search is
 * health information.
 */
export function createLogger(level: Settings['logLevel']): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const requestId = currentRequestId()
      return requestId ? { requestId } : {}
    },
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*["${name}"]`]),
      censor: '[redacted]',
    },
  })
}
