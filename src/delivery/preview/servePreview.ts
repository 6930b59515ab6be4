import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { BasePayload } from 'payload'
import { mergeForm } from '../../editorial/preview/mergeForm'
import { openShare } from '../../editorial/preview/openShare'
import { readPreview } from '../../editorial/preview/previewToken'
import { type Draft, readDraft } from '../../editorial/preview/readDraft'
import { limitRate } from '../../http/limitRate'
import { type Addresses, addressesFor, type Locale } from '../addresses'
import { describeDraft } from './describeDraft'
import { anchorOf, draftHtml, titleOf } from './draftHtml'
import { hideFromAll } from './hideFromAll'
import { pagePolicy, pageTitle, previewPage } from './previewPage'
import { dateIn, previewWords } from './previewWords'
import { readForm } from './readForm'
import { sendPicture } from './sendPicture'

/** Pages and pictures that one asker gets in a minute: far more than people open, too few to be a burden. */
const sharedAMinute = 240

/**
 * `/preview`, the page that the admin shows beside the editor where there is no website to do so, and `/share/{token}`, one version
 * of an article for somebody without an account.
 */
export function servePreview(payload: BasePayload): Router {
  const router = Router()
  router.use(['/preview', '/share'], (_req, res, next) => {
    hideFromAll(res)
    next()
  })
  router.get('/preview', servePage(payload))
  router.get('/preview/live.js', serveScript)
  router.post('/preview/words', readForm, serveWords(payload))
  router.get('/preview/pictures/:id', servePreviewPicture(payload))
  router.use('/share', limitRate(sharedAMinute, { name: 'shared drafts' }))
  router.get('/share/:token', serveShare(payload))
  router.get('/share/:token/pictures/:id', serveSharedPicture(payload))
  return router
}

/** The page is framed by the admin alone, which is served under the same origin. */
const servePage =
  (payload: BasePayload): RequestHandler =>
  async (req, res) => {
    res.setHeader('Content-Security-Policy', pagePolicy({ framedBy: "'self'", live: true }))
    const { draft, token, status } = await askedDraft(payload, req)
    if (!draft) return sendGone(req, res, status)
    const { title, html } = await render(payload, req, draft, (id) => `/preview/pictures/${id}?token=${token}`)
    const banner = [`${standingOf(draft)} ${previewWords[draft.locale].live}`]
    res.type('html').send(previewPage({ locale: draft.locale, title, html, banner, script: '/preview/live.js' }))
  }

const serveScript: RequestHandler = async (_req, res) => {
  res.type('text/javascript').send(await readFile(resolve('src/delivery/preview/live.js')))
}

/** The inside of the page, of what the editor has typed since the draft was saved. Nothing is kept of it. */
const serveWords =
  (payload: BasePayload): RequestHandler =>
  async (req, res) => {
    const { draft, token, status } = await askedDraft(payload, req)
    if (!draft) {
      res.status(status).json({})
      return
    }
    const typed = await mergeForm(payload, draft, (req.body as { data?: unknown } | undefined)?.data)
    const { title, html } = await render(payload, req, typed, (id) => `/preview/pictures/${id}?token=${token}`)
    res.json({ title: pageTitle(draft.locale, title), html })
  }

const servePreviewPicture =
  (payload: BasePayload): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { draft } = await askedDraft(payload, req)
    await sendPicture(payload, draft, req.params.id, res)
  }

const serveShare =
  (payload: BasePayload): RequestHandler<{ token: string }> =>
  async (req, res) => {
    res.setHeader('Content-Security-Policy', pagePolicy({ framedBy: "'none'", live: false }))
    const { token } = req.params
    const opened = await openShare(payload, token, { count: req.method === 'GET' })
    if (!opened) return sendGone(req, res, 404)
    const { draft, expiresAt } = opened
    const { title, html } = await render(payload, req, draft, (id) => `/share/${token}/pictures/${id}`)
    const until = dateIn(draft.locale, expiresAt, { withTime: true })
    const banner = [`${standingOf(draft)} ${previewWords[draft.locale].expires(until)}`]
    res.type('html').send(previewPage({ locale: draft.locale, title, html, banner }))
  }

const serveSharedPicture =
  (payload: BasePayload): RequestHandler<{ token: string; id: string }> =>
  async (req, res) => {
    const opened = await openShare(payload, req.params.token, { count: false })
    await sendPicture(payload, opened?.draft, req.params.id, res)
  }

/** The draft that a link is for, or else with which status to answer: its time is over, or there is nothing by it. */
async function askedDraft(
  payload: BasePayload,
  req: Request,
): Promise<{ token: string; draft: Draft | undefined; status: 404 | 410 }> {
  const token = new URL(req.originalUrl, 'http://localhost').searchParams.get('token') ?? ''
  const subject = readPreview(payload.secret, token)
  if (typeof subject !== 'object') return { token, draft: undefined, status: subject === 'expired' ? 410 : 404 }
  return { token, draft: await readDraft(payload, subject), status: 404 }
}

async function render(payload: BasePayload, req: Request, draft: Draft, pictureUrl: (id: string) => string) {
  const addresses = addressesOnPage(req)
  const described = await describeDraft(payload, draft, {
    addresses,
    pictureUrl,
    linkMentions: 'first',
    include: new Set(),
  })
  return { title: titleOf(described), html: draftHtml(described, draft.locale) }
}

function standingOf({ data, locale }: Draft): string {
  const { published, notPublished } = previewWords[locale]
  return data._status === 'published' ? published : notPublished
}

/** A link in the text leads to where the page names what is linked: what a website makes of it is the website's. */
function addressesOnPage(req: Request): Addresses {
  const { base, file } = addressesFor(req, {})
  return { base, file, document: (collection, slug) => `#${anchorOf(collection, slug)}` }
}

/** One answer for a link that never was and one that no longer is. */
function sendGone(req: Request, res: Response, status: 404 | 410): void {
  const locale: Locale = req.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en'
  const { gone, goneWhy } = previewWords[locale]
  const html = `<h1>${gone}</h1>\n<p>${goneWhy}</p>`
  res
    .status(status)
    .type('html')
    .send(previewPage({ locale, title: '', html, banner: [] }))
}
