import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { BasePayload } from 'payload'
import { sendProblem } from '../http/problem'
import { addressesFor } from './addresses'
import { articlesApi } from './articles/articlesApi'
import { serveArticles } from './articles/serveArticles'
import { docsPage } from './docsPage'
import { openApi } from './openapi'
import { BadParameter, readParameters } from './parameters'
import { previewApi } from './preview/previewApi'
import { readForm } from './preview/readForm'
import { serveDraft } from './preview/serveDraft'
import { serveVocabulary, type VocabularySettings } from './serveVocabulary'
import { serveSync } from './sync/serveSync'
import { syncApi } from './sync/syncApi'
import { vocabularyApi } from './vocabularyApi'

/**
 * Each part of the API with its description: a part that is served and not described is not found by anybody. Another one adds its
 * description here, and below its router, before `answerBadParameter`.
 */
export const parts = [articlesApi, vocabularyApi, syncApi, previewApi]

/** All of `/v1`: what apps read, without a login and from any origin. */
export function serveV1(payload: BasePayload, settings: VocabularySettings): Router {
  const router = Router()
  router.use(anyOrigin)
  router.post('/preview', readForm, serveDraft(payload, settings))
  router.use(readOnly)
  router.get('/openapi.json', (req, res) => {
    readParameters(req.originalUrl, {})
    res.json(openApi(addressesFor(req, settings).base, parts))
  })
  router.get('/docs', (req, res) => {
    readParameters(req.originalUrl, {})
    res.type('html').send(docsPage(openApi(addressesFor(req, settings).base, parts)))
  })
  router.use(serveArticles(payload, settings))
  router.use(serveVocabulary(payload, settings))
  router.use(serveSync(payload, settings))
  router.get('/preview', serveDraft(payload, settings))
  router.use(answerBadParameter)
  return router
}

const anyOrigin: RequestHandler = (_req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Expose-Headers', 'Link, Content-Language, Retry-After')
  next()
}

const readOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  res.setHeader('Allow', 'GET, HEAD, OPTIONS')
  if (req.method !== 'OPTIONS') {
    sendProblem(res, 405, 'bad-method', 'This can only be read')
    return
  }
  res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD')
  res.setHeader('Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since')
  res.setHeader('Access-Control-Max-Age', '86400')
  res.status(204).end()
}

const answerBadParameter: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof BadParameter)) {
    next(error)
    return
  }
  sendProblem(res, 400, 'bad-parameter', 'A parameter cannot be used', error.message, error.parameter)
}
