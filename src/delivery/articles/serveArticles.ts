import { type RequestHandler, Router } from 'express'
import type { BasePayload } from 'payload'
import { sendProblem } from '../../http/problem'
import { addressesFor, type DeliverySettings, defaultLocale, locales } from '../addresses'
import { isSlug, oneOf, readParameters, someOf } from '../parameters'
import { deliverArticle } from './deliverArticle'
import { articleAt, movedTo } from './findArticle'
import { listArticles, listParameters } from './listArticles'
import { wordsOf } from './toArticle'

export const articleParameters = {
  locale: oneOf(...locales),
  linkMentions: oneOf('first', 'all', 'none'),
  include: someOf('html', 'text'),
}

/** `/v1/articles` and `/v1/articles/{slug}`. */
export function serveArticles(payload: BasePayload, settings: DeliverySettings): Router {
  const router = Router()
  router.get('/articles', serveList(payload, settings))
  router.get('/articles/:slug', serveArticle(payload, settings))
  return router
}

const serveList =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    const asked = readParameters(req.originalUrl, listParameters)
    const list = await listArticles(payload, asked, addressesFor(req, settings))
    if (list.next) res.setHeader('Link', `<${list.next}>; rel="next"`)
    res.json(list)
  }

const serveArticle =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler<{ slug: string }> =>
  async (req, res) => {
    const asked = readParameters(req.originalUrl, articleParameters)
    const { locale = defaultLocale, linkMentions = 'first', include = new Set() } = asked
    const { slug } = req.params
    const addresses = addressesFor(req, settings)
    const id = isSlug(slug) ? await articleAt(payload, slug, locale) : undefined
    const article = id && (await deliverArticle(payload, id, { locale, linkMentions, include }, addresses))
    if (article) {
      res.setHeader('Content-Language', wordsOf(article, locale))
      res.json(article)
      return
    }
    const moved = isSlug(slug) ? await movedTo(payload, slug, locale) : undefined
    if (!moved) {
      sendProblem(res, 404, 'not-found', 'There is no article at this address')
      return
    }
    const mark = req.originalUrl.indexOf('?')
    const query = mark < 0 ? '' : req.originalUrl.slice(mark)
    // Browsers keep a 301 for ever unless told otherwise, and an address may be used again.
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.redirect(301, `${addresses.base}/v1/articles/${encodeURIComponent(moved)}${query}`)
  }
