import {
  addDataAndFileToRequest,
  type BasePayload,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { isStaff } from '../../access/roles'
import { findLatest } from '../../database/findLatest'
import { runInTransaction } from '../../database/runInTransaction'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { type NotedTranslation, noteConfirmed } from './noteWords'
import { staleLocales, translationState } from './translationState'

const mostPaths = 500
type Row = Record<string, unknown> & { id: string; translation?: NotedTranslation | null }

/**
 * `POST /api/{collection}/{id}/translation/confirm`, for staff: `{locale, paths}` says that these fields of a translation are still
 * right beside the source as it is now; without `paths`, all that are older. No word changes, so there is no new version.
 */
export const confirmTranslation = (collection: CollectionSlug): Endpoint => ({
  path: '/:id/translation/confirm',
  method: 'post',
  handler: async (req) => {
    if (!isStaff(req.user)) return problem(req.user ? 403 : 401, 'Only editors may say that a translation is right.')
    try {
      await addDataAndFileToRequest(req)
    } catch {
      return problem(400, 'The body must be JSON.')
    }
    const { locale, paths } = (req.data ?? {}) as { locale?: unknown; paths?: unknown }
    const others = localesOf(req.payload).filter((each) => each !== defaultLocaleOf(req.payload))
    if (typeof locale !== 'string' || !others.includes(locale))
      return problem(400, `locale must be ${others.join(' or ')}.`)
    if (paths !== undefined && !isPaths(paths))
      return problem(400, `paths must be a list of at most ${mostPaths} names of fields.`)
    const translation = await confirm(collection, String(req.routeParams?.id), locale, paths, req)
    if (!translation) return problem(404, 'There is no such document.')
    return Response.json({ message: 'Noted: these words are still right.', translation })
  },
})

const isPaths = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= mostPaths && value.every((path) => typeof path === 'string')

const problem = (status: number, message: string): Response => Response.json({ errors: [{ message }] }, { status })

/** Notes it with the newest version, and with the published row as far as its words are the same. */
async function confirm(
  collection: CollectionSlug,
  id: string,
  locale: string,
  asked: readonly string[] | undefined,
  req: PayloadRequest,
): Promise<NotedTranslation | undefined> {
  const { db } = req.payload
  const source = defaultLocaleOf(req.payload)
  const said = { locale, source, by: String(req.user?.id), at: new Date().toISOString() }
  return runInTransaction(req, async () => {
    const latest = await findLatest<Row>(collection, id, req)
    const row = await db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
    if (!latest || !row) return undefined
    const newest = latest.version.translation ?? {}
    const stale = translationState(newest, locale, source).stale
    const paths = asked ? stale.filter((path) => asked.includes(path)) : stale
    const confirmed = noteConfirmed(newest, { ...said, paths })
    await db.updateVersion({
      collection,
      id: latest.id,
      versionData: { version: { ...latest.version, ...derived(confirmed, req.payload) } } as never,
      req,
    })
    const published = row.translation ?? {}
    const same = paths.filter((path) => sameWords(published, newest, [locale, source], path))
    await db.updateOne({
      collection,
      id,
      data: { ...row, ...derived(noteConfirmed(published, { ...said, paths: same }), req.payload) },
      req,
    })
    return confirmed
  })
}

const derived = (translation: NotedTranslation, payload: BasePayload) => ({
  translation,
  staleIn: staleLocales(translation, defaultLocaleOf(payload)),
})

const sameWords = (one: NotedTranslation, other: NotedTranslation, locales: readonly string[], path: string): boolean =>
  locales.every((locale) => one[locale]?.fields[path]?.digest === other[locale]?.fields[path]?.digest)
