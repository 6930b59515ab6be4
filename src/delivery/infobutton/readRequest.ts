import type { Locale } from '../addresses'
import { type CodeSystem, readCodeSystem, toCode } from '../codes/codeSystems'
import { BadParameter } from '../parameters'

/** A code, or the words for it, that a record is about. */
export interface Criterion {
  system: CodeSystem
  code: string | undefined
  display: string | undefined
}

export interface InfobuttonRequest {
  criteria: Criterion[]
  locale: Locale
  json: boolean
  /** The parameters that were heeded, as they came; the answer repeats them. */
  echoed: { scheme: string; term: string }[]
}

const mostCriteria = 10
const longest = 500
const criterionPart = /^mainSearchCriteria\.v\.(cs|c|dn)(\d{0,2})$/
const types: Record<string, boolean> = { 'text/xml': false, 'application/xml': false, 'application/json': true }
/**
 * Other parameters of the HL7 guide. Records send them along, often with a patient's age and sex: they change nothing here, and
 * are not repeated.
 */
const unheeded =
  /^(taskContext|subTopic|severityObservation|age|ageGroup|patientPerson|patientContext|locationOfInterest|performer|encounter|serviceDeliveryLocation|representedOrganization|holder|assignedEntity|assignedAuthorizedPerson|informationRecipient|knowledgeRequestNotification|executionMode|transform|mainSearchCriteria\.v\.ot\d{0,2}|mainSearchCriteria\.v\.(csn|vs)\d{0,2})(\.[A-Za-z0-9.]{1,80})?$/

/**
 * The URL parameters of HL7's Context-Aware Knowledge Retrieval (Infobutton), as MedlinePlus Connect takes them. An empty one is
 * as good as none, since records write all of them.
 *
 * @throws BadParameter
 */
export function readInfobutton(url: string): InfobuttonRequest {
  const mark = url.indexOf('?')
  const given = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))) {
    if (given.has(name)) throw new BadParameter(name.slice(0, 60), 'is given more than once')
    if (value.length > longest) throw new BadParameter(name.slice(0, 60), 'is too long')
    if (!isOffered(name)) throw new BadParameter(name.slice(0, 60), 'is no parameter here')
    given.set(name, value.trim())
  }
  const type = given.get('knowledgeResponseType') || 'text/xml'
  const json = Object.hasOwn(types, type) ? types[type] : undefined
  if (json === undefined) throw new BadParameter('knowledgeResponseType', 'must be text/xml or application/json')
  const recipient = given.get('informationRecipient')
  if (recipient && !['PAT', 'PROV', 'PAYOR'].includes(recipient.toUpperCase()))
    throw new BadParameter('informationRecipient', 'must be PAT, PROV or PAYOR')
  return {
    criteria: readCriteria(given),
    locale: readLanguage(given.get('informationRecipient.languageCode.c')),
    json,
    echoed: [...given]
      .filter(([name, term]) => term !== '' && isHeeded(name))
      .map(([scheme, term]) => ({ scheme, term })),
  }
}

const heeded = new Set(['knowledgeResponseType', 'informationRecipient', 'informationRecipient.languageCode.c'])
const isHeeded = (name: string): boolean => heeded.has(name) || criterionPart.test(name)
const isOffered = (name: string): boolean => isHeeded(name) || unheeded.test(name)

/** `mainSearchCriteria.v.c1` goes with `mainSearchCriteria.v.cs1`; without one of its own, with the one that has no number. */
function readCriteria(given: ReadonlyMap<string, string>): Criterion[] {
  const indexes = new Set<string>()
  for (const [name, value] of given) {
    const [, part, index = ''] = criterionPart.exec(name) ?? []
    if (part && part !== 'cs' && value) indexes.add(index)
  }
  if (indexes.size === 0) throw new BadParameter('mainSearchCriteria.v.c', 'is missing: there is nothing to look for')
  if (indexes.size > mostCriteria) throw new BadParameter('mainSearchCriteria', `may be given ${mostCriteria} times`)
  return [...indexes].map((index): Criterion => {
    const own = `mainSearchCriteria.v.cs${index}`
    const name = given.get(own) ? own : 'mainSearchCriteria.v.cs'
    const value = given.get(name)
    if (!value) throw new BadParameter(own, 'is missing: a code has a code system')
    const system = readCodeSystem(value, name)
    const code = given.get(`mainSearchCriteria.v.c${index}`)
    return {
      system,
      code: code ? toCode(system, code) : undefined,
      display: given.get(`mainSearchCriteria.v.dn${index}`) || undefined,
    }
  })
}

/** MedlinePlus Connect calls Spanish `sp` too; a language that is not here gets English, and the feed says so. */
function readLanguage(language: string | undefined): Locale {
  const code = language?.toLowerCase().split(/[-_]/)[0]
  return code === 'es' || code === 'sp' ? 'es' : 'en'
}
