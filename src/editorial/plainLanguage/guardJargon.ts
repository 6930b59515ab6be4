import { type CollectionBeforeValidateHook, ValidationError } from 'payload'
import { ownLocale } from '../../access/ownLocale'
import { jargonKey, mostWords } from './jargonKey'

interface Jargon {
  id?: string
  locale: string
  term: string
  plainer: string
}

/**
 * Refuses a word that is in the list of its language already, under the name of what stands there, and one that nothing could be found by.
 * The key keeps two such words apart in the database too, where both are saved at once.
 */
export const guardJargon: CollectionBeforeValidateHook = async ({ data = {}, originalDoc, req }) => {
  const { id, locale, term, plainer } = { ...originalDoc, ...data } as Jargon
  if (!locale || !term) return data // said by the fields themselves
  const key = jargonKey(locale, term)
  if (!key) refuse('term', `A term has 1 to ${mostWords} words.`)
  if (plainer && jargonKey(locale, plainer) === key) refuse('plainer', 'This is the same word.')
  const { docs } = await req.payload.find({
    collection: 'jargon',
    where: { and: [{ key: { equals: key } }, { id: { not_equals: originalDoc?.id ?? id ?? '' } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { term: true, plainer: true },
    overrideAccess: true,
    req: ownLocale(req),
  })
  if (docs[0]) refuse('term', `“${docs[0].term}” is in the list already, with “${docs[0].plainer}”.`)
  return { ...data, key }

  function refuse(path: string, message: string): never {
    throw new ValidationError({ collection: 'jargon', errors: [{ path, message }], req }, req.t)
  }
}
