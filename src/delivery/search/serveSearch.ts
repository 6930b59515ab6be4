import type { RequestHandler } from 'express'
import { addressesFor, type DeliverySettings, defaultLocale, locales } from '../addresses'
import { BadParameter, oneOf, readParameters, wholeNumber } from '../parameters'
import type { SearchIndex } from './searchIndex'
import { tokenize } from './words'

const mostTerms = 12

const searchParameters = {
  q: readQuery,
  locale: oneOf(...locales),
  limit: wholeNumber(1, 50),
}

/** `/v1/search` */
export const serveSearch =
  (index: SearchIndex, settings: DeliverySettings): RequestHandler =>
  async (req, res) => {
    const { q, locale = defaultLocale, limit = 20 } = readParameters(req.originalUrl, searchParameters)
    if (q === undefined) throw new BadParameter('q', 'is missing')
    const addresses = addressesFor(req, settings)
    const results = await index.search(q, { locale, limit, addresses })
    res.json({ locale, results, suggestions: await index.suggest(q, locale) })
  }

function readQuery(value: string, name: string): string {
  const terms = tokenize(value)
  if (terms.length === 0) throw new BadParameter(name, 'has no letter or digit')
  if (terms.length > mostTerms) throw new BadParameter(name, `may have ${mostTerms} words`)
  return value
}
