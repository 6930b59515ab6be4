import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { type BasePayload, handleEndpoints } from 'payload'
import type { Logger } from 'pino'
import { isAway } from '../database/health'
import { hasConflicts } from '../database/mongoDatabase'
import { adminHeaders } from './adminPolicy'
import { allowOrigins } from './allowOrigins'
import { answerUnavailable } from './answerUnavailable'
import { type ReadinessParts, serveHealth, serveReadiness } from './health'
import { keepFromCaches } from './keepFromCaches'
import { limitBody } from './limitBody'
import { limitRate } from './limitRate'
import { logRequests } from './logRequests'
import { answerUnexpected, sendProblem } from './problem'
import { repeatConflicts } from './repeatConflicts'
import { sameOrigin } from './sameOrigin'
import { type FetchHandler, serveFetch } from './serveFetch'
import { askerOfWork, credentialOf, workedFor } from './workedFor'

export interface AppParts extends ReadinessParts {
  payload: BasePayload
  logger: Logger
  serverUrl: string | undefined
  /** Answers `/api/graphql`. */
  graphql: (request: Request) => Promise<Response>
  /** Answers `/admin` and what its pages load; absent where there is no admin, as in most tests. */
  admin?: RequestHandler
  /** Answers `/v1`, what apps read. */
  v1?: RequestHandler
  /** Answers `/preview` and `/share`, pages that show drafts to whoever has a link; they write their own policy. */
  preview?: RequestHandler
  /** Where the website stands that the admin shows drafts on. */
  websiteUrl?: string | undefined
  /** Answers `/metrics`; absent where they are closed or have a port of their own. */
  metrics?: RequestHandler | undefined
  /** Origins whose pages may read what `/api` answers. */
  corsOrigins?: readonly string[] | undefined
  /** Whether Next reloads the admin as it is changed, which its policy has to allow. */
  development?: boolean
  /** How many proxies stand before it and tell who asks. @default none */
  trustedProxies?: number | undefined
  /** How many answers that are not kept one address, and one key or session, gets in a minute. @default as many as he likes */
  readsAMinute?: number | undefined
  /** What counts and traces requests; each calls the next. */
  watching?: readonly RequestHandler[]
}

/** Every road in, in order. The admin writes its own headers where it needs scripts; all else may run nothing. */
export function createApp({
  payload,
  logger,
  serverUrl,
  graphql,
  admin,
  v1,
  preview,
  websiteUrl,
  metrics,
  corsOrigins = [],
  trustedProxies = 0,
  development = false,
  readsAMinute = 0,
  watching = [],
  isClosing = () => false,
  isFollowing = () => true,
}: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)
  app.set('trust proxy', trustedProxies)

  app.get('/healthz', serveHealth)
  app.get('/readyz', serveReadiness(payload, { isClosing, isFollowing }))
  if (metrics) app.get('/metrics', metrics)
  app.use(logRequests(logger), ...watching)
  app.use(denyFeatures)
  app.use(['/admin', '/_next'], adminHeaders({ websiteUrl, development }))
  app.use(
    ['/api', '/v1'],
    helmet({ contentSecurityPolicy: apiPolicy, crossOriginResourcePolicy: { policy: 'cross-origin' } }),
  )
  app.use(['/preview', '/share'], helmet({ contentSecurityPolicy: false }))
  app.use('/api', allowOrigins(corsOrigins), keepFromCaches)
  app.use(sameOrigin(serverUrl))
  for (const road of passwordRoads) app.use(road, limitRate(passwordsAMinute, { name: `passwords ${road}` }))
  if (readsAMinute > 0) {
    app.use(workedFor, limitRate(readsAMinute, { name: 'reads', by: askerOfWork }))
    // Behind the other: whoever makes keys up is stopped by his address.
    app.use('/api', limitRate(readsAMinute, { name: 'reads by a credential', by: credentialOf }))
  }
  app.use('/api', limitBody)

  const config = Promise.resolve(payload.config)
  // Where writers do not wait for one another, two may meet.
  const repeated = hasConflicts(payload) ? repeatConflicts : (handler: FetchHandler) => handler
  app.all('/api/graphql', serveFetch(repeated(graphql)))
  app.all(
    '/api/{*path}',
    serveFetch(
      answerUnavailable(
        payload,
        repeated((request) => handleEndpoints({ config, request })),
      ),
    ),
  )
  if (v1) app.use('/v1', v1)
  if (preview) app.use(preview)
  if (admin) {
    app.get('/', (_req, res) => res.redirect(302, '/admin'))
    app.use(['/admin', '/_next', '/__nextjs_original-stack-frames'], (req, res, next) => {
      req.url = req.originalUrl // Next wants the whole path
      return admin(req, res, next)
    })
  }
  app.use((_req, res) => sendProblem(res, 404, 'not-found', 'There is nothing at this address'))
  app.use(answerUnexpected(logger, () => isAway(payload)))
  return app
}

/** Where a password, a code or a token of a letter is tried, each by itself. */
const passwordRoads = [
  '/api/users/login',
  '/api/users/forgot-password',
  '/api/users/reset-password',
  '/api/users/two-factor',
]
/** From one address, for all accounts together: an office behind one of them begins its day. */
const passwordsAMinute = 60

/** No page of ours asks for any of these, and none may be made to. */
const denyFeatures: RequestHandler = (_req, res, next) => {
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  next()
}

/** Answers of the API are data: shown in a browser, even an uploaded file, they run nothing and load nothing. */
const apiPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    imgSrc: ["'self'"],
    styleSrc: ["'unsafe-inline'"],
    sandbox: [],
    frameAncestors: ["'none'"],
  },
}
