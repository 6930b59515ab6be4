import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { type BasePayload, handleEndpoints } from 'payload'
import type { Logger } from 'pino'
import { adminPolicy } from './adminPolicy'
import { answerUnavailable } from './answerUnavailable'
import { type ReadinessParts, serveHealth, serveReadiness } from './health'
import { limitBody } from './limitBody'
import { logRequests } from './logRequests'
import { answerUnexpected, sendProblem } from './problem'
import { sameOrigin } from './sameOrigin'
import { serveFetch } from './serveFetch'

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
  watching = [],
  isClosing = () => false,
  isFollowing = () => true,
}: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)

  app.get('/healthz', serveHealth)
  app.get('/readyz', serveReadiness(payload, { isClosing, isFollowing }))
  if (metrics) app.get('/metrics', metrics)
  app.use(logRequests(logger), ...watching)
  app.use(
    ['/admin', '/_next'],
    helmet({ contentSecurityPolicy: adminPolicy(websiteUrl), crossOriginEmbedderPolicy: false }),
  )
  app.use(
    ['/api', '/v1'],
    helmet({ contentSecurityPolicy: apiPolicy, crossOriginResourcePolicy: { policy: 'cross-origin' } }),
  )
  app.use(['/preview', '/share'], helmet({ contentSecurityPolicy: false }))
  app.use(sameOrigin(serverUrl))
  app.use('/api', limitBody)

  const config = Promise.resolve(payload.config)
  app.all('/api/graphql', serveFetch(graphql))
  app.all('/api/{*path}', serveFetch(answerUnavailable(payload, (request) => handleEndpoints({ config, request }))))
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
  app.use(answerUnexpected(logger))
  return app
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
