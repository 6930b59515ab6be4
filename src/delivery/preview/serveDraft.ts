import type { RequestHandler } from 'express'
import type { BasePayload } from 'payload'
import { mergeForm } from '../../editorial/preview/mergeForm'
import { readPreview } from '../../editorial/preview/previewToken'
import { readDraft } from '../../editorial/preview/readDraft'
import { sendProblem } from '../../http/problem'
import { addressesBy, addressesFor, type DeliverySettings } from '../addresses'
import { articleParameters } from '../articles/serveArticles'
import { BadParameter, readParameters } from '../parameters'
import { describeDraft } from './describeDraft'
import { hideFromAll } from './hideFromAll'

const { linkMentions: readLinkMentions, include: readInclude } = articleParameters

/** `/v1/preview`: the draft that a preview link is for, for the website that shows it; with what its editor has typed, if that is posted. Never kept. */
export const serveDraft =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    hideFromAll(res)
    const asked = readParameters(req.originalUrl, {
      token: (value: string) => value,
      linkMentions: readLinkMentions,
      include: readInclude,
      addresses: (value: string) => value,
    })
    const { token, linkMentions = 'first', include = new Set() } = asked
    if (!token) throw new BadParameter('token', 'is missing')
    const subject = readPreview(payload.secret, token)
    if (subject === 'wrong') return sendProblem(res, 401, 'bad-token', 'This is not a token of ours')
    if (subject === 'expired') return sendProblem(res, 410, 'expired-token', 'This token has expired')
    const saved = await readDraft(payload, subject)
    const typed = (req.body as { data?: unknown } | undefined)?.data
    const draft = saved && typed ? await mergeForm(payload, saved, typed) : saved
    if (!draft) return sendProblem(res, 404, 'not-found', 'There is no such draft')
    const own = addressesFor(req, settings)
    const addresses = addressesBy(asked.addresses, own)
    const pictureUrl = (id: string) => `${own.base}/preview/pictures/${id}?token=${token}`
    const described = await describeDraft(payload, draft, { addresses, pictureUrl, linkMentions, include })
    res.setHeader('Content-Language', draft.locale)
    res.json(described.collection === 'articles' ? described.article : described.entry)
  }
