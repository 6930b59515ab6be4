import type { Endpoint } from 'payload'
import { answer, isDeskCollection, refuse, refuseStrangers } from './answer'
import { readDeskEntry } from './deskEntry'
import { findMentioningArticles } from './mentioningArticles'

const mostAtOnce = 50

/**
 * `GET /api/vocabulary/{symptoms|remedies}/{id}/mentions?limit=10&after=…`, for staff: every article that mentions the entry, and
 * with which words.
 */
export const serveMentions: Endpoint = {
  path: '/vocabulary/:collection/:id/mentions',
  method: 'get',
  handler: async (req) => {
    const refused = refuseStrangers(req)
    if (refused) return refused
    const { collection, id } = req.routeParams as { collection?: unknown; id?: unknown }
    if (!isDeskCollection(collection) || typeof id !== 'string') return refuse(404, 'There is no such entry.')
    const { limit = '10', after } = Object.fromEntries(req.searchParams)
    if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostAtOnce)
      return refuse(400, `limit is a number from 1 to ${mostAtOnce}.`)
    const entry = await readDeskEntry(collection, id, req)
    if (!entry) return refuse(404, 'There is no such entry.')
    return answer(await findMentioningArticles(entry, { after, limit: Number(limit) }, req))
  },
}
