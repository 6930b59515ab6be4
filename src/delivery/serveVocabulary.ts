import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { BasePayload } from 'payload'
import { sendProblem } from '../http/problem'
import { addressesFor, type DeliverySettings, defaultLocale, locales } from './addresses'
import { clinicParameters, nearbyClinics } from './clinics/nearbyClinics'
import { readCodeSystem, toCode } from './codes/codeSystems'
import { findByCode } from './codes/lookup'
import { serveInfobutton } from './infobutton/serveInfobutton'
import { BadParameter, isSlug, oneOf, readParameters } from './parameters'
import { SearchIndex } from './search/searchIndex'
import { serveSearch } from './search/serveSearch'
import { describeEntry } from './vocabulary/describeEntry'
import { idAt, movedTo } from './vocabulary/findEntry'
import { type EntryList, listEntries, listParameters } from './vocabulary/listEntries'
import type { Vocabulary } from './vocabulary/names'

export interface VocabularySettings extends DeliverySettings {
  /** Where somebody else keeps it in step with the publish log; otherwise it asks the database. */
  searchIndex?: SearchIndex
}

const titles: Record<Vocabulary, string> = { symptoms: 'symptom', remedies: 'remedy', clinics: 'clinic' }

/** Below `/v1`: symptoms, remedies and clinics, what stands behind a code, and search. */
export function serveVocabulary(payload: BasePayload, settings: VocabularySettings): Router {
  const index = settings.searchIndex ?? new SearchIndex(payload)
  const router = Router()
  for (const collection of ['symptoms', 'remedies'] as const) {
    router.get(`/${collection}`, serveList(payload, collection, settings))
    router.get(`/${collection}/:slug`, serveEntry(payload, collection, settings))
  }
  router.get('/clinics', serveClinics(payload, settings))
  router.get('/clinics/:slug', serveEntry(payload, 'clinics', settings))
  router.get('/lookup', serveLookup(payload, settings))
  router.get('/infobutton', serveInfobutton(payload, index, settings))
  router.get('/search', serveSearch(index, settings))
  router.use(answerBadParameter)
  return router
}

const sendList = (res: Parameters<RequestHandler>[1], list: EntryList): void => {
  if (list.next) res.setHeader('Link', `<${list.next}>; rel="next"`)
  res.json(list)
}

const serveList =
  (payload: BasePayload, collection: Vocabulary, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    const question = readParameters(req.originalUrl, listParameters)
    const { locale = defaultLocale } = question
    const asked = { locale, addresses: addressesFor(req, settings), now: Date.now() }
    sendList(res, await listEntries(payload, collection, question, asked))
  }

const serveClinics =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    const question = readParameters(req.originalUrl, clinicParameters)
    const { locale = defaultLocale, near, radius, openAt } = question
    const asked = { locale, addresses: addressesFor(req, settings), now: Date.now() }
    setClinicCaching(res)
    if (near) return sendList(res, await nearbyClinics(payload, { ...question, near }, asked))
    for (const [name, value] of Object.entries({ radius, openAt }))
      if (value) throw new BadParameter(name, 'needs near')
    sendList(res, await listEntries(payload, 'clinics', question, asked))
  }

const serveEntry =
  (payload: BasePayload, collection: Vocabulary, settings: DeliverySettings): RequestHandler<{ slug: string }> =>
  async (req, res) => {
    const { locale = defaultLocale } = readParameters(req.originalUrl, { locale: oneOf(...locales) })
    const { slug } = req.params
    const asked = { locale, addresses: addressesFor(req, settings), now: Date.now() }
    const id = isSlug(slug) ? await idAt(payload, collection, slug, locale) : undefined
    const entry = id ? await describeEntry(payload, collection, id, asked) : undefined
    if (entry) {
      if (collection === 'clinics') setClinicCaching(res)
      res.setHeader('Content-Language', entry.fellBack.includes('name') ? defaultLocale : locale)
      res.json(entry)
      return
    }
    const moved = isSlug(slug) ? await movedTo(payload, collection, slug, locale) : undefined
    if (!moved) {
      sendProblem(res, 404, 'not-found', `There is no ${titles[collection]} at this address`)
      return
    }
    // Browsers keep a 301 for ever unless told otherwise, and an address may be used again.
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.redirect(301, asked.addresses.document(collection, moved, locale))
  }

const serveLookup =
  (payload: BasePayload, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    // As with the infobutton, a code may say what somebody has.
    res.setHeader('Cache-Control', 'no-store')
    const asked = readParameters(req.originalUrl, {
      system: readCodeSystem,
      code: (value: string) => value,
      locale: oneOf(...locales),
    })
    const { system, locale = defaultLocale } = asked
    if (!system) throw new BadParameter('system', 'is missing')
    if (!asked.code) throw new BadParameter('code', 'is missing')
    const code = toCode(system, asked.code)
    const found = await findByCode(payload, system, code, {
      locale,
      addresses: addressesFor(req, settings),
      now: Date.now(),
    })
    res.json({ system, code, locale, ...found })
  }

/** Whether a clinic is open changes without anybody changing the clinic. */
const setClinicCaching = (res: Parameters<RequestHandler>[1]): void => {
  res.setHeader('Cache-Control', 'no-store')
}

const answerBadParameter: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof BadParameter)) {
    next(error)
    return
  }
  sendProblem(res, 400, 'bad-parameter', 'A parameter cannot be used', error.message, error.parameter)
}
