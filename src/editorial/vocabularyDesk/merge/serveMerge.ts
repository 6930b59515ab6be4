import type { Endpoint } from 'payload'
import { answer, isDeskCollection, readJson, refuse, refuseEditors } from '../answer'
import { mergeEntries } from './mergeEntries'
import { prepareMerge } from './planMerge'

/**
 * `POST /api/vocabulary/merge`, for reviewers and administrators: `{collection, from, into, dryRun}`. `from` goes and `into` takes
 * its place; with `dryRun: true` it is said what that would do, and nothing is done.
 */
export const serveMerge: Endpoint = {
  path: '/vocabulary/merge',
  method: 'post',
  handler: async (req) => {
    const refused = refuseEditors(req)
    if (refused) return refused
    const data = await readJson(req)
    if (!data) return refuse(400, 'The body must be a JSON object.')
    const { collection, from, into, dryRun = false } = data
    if (!isDeskCollection(collection)) return refuse(400, 'collection must be symptoms or remedies.')
    if (typeof from !== 'string' || typeof into !== 'string') return refuse(400, 'from and into must be entries’ ids.')
    if (from === into) return refuse(400, 'An entry cannot be merged with itself.')
    if (typeof dryRun !== 'boolean') return refuse(400, 'dryRun must be true or false.')
    const prepared = await prepareMerge(collection, { from, into }, req)
    if (!prepared) return refuse(404, 'There is no such entry, or it is in the trash.')
    const { plan } = prepared
    if (dryRun) return answer({ merged: false, plan })
    if (plan.hindrances.length > 0) return refuse(409, plan.hindrances.join(' '))
    await mergeEntries(prepared, req)
    return answer({ merged: true, plan })
  },
}
