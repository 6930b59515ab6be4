import type { Symptom } from '../../payload-types'
import { BadParameter } from '../parameters'

export type CodeSystem = NonNullable<Symptom['codes']>[number]['system']

/** The systems that entries carry codes of, with the names that others have for them. */
export const codeSystems: Readonly<Record<CodeSystem, { title: string; oid: string; uri?: string }>> = {
  snomed: { title: 'SNOMED CT', oid: '2.16.840.1.113883.6.96', uri: 'http://snomed.info/sct' },
  'icd-10-cm': { title: 'ICD-10-CM', oid: '2.16.840.1.113883.6.90', uri: 'http://hl7.org/fhir/sid/icd-10-cm' },
  mesh: { title: 'MeSH', oid: '2.16.840.1.113883.6.177' },
}

const known = Object.entries(codeSystems) as [CodeSystem, (typeof codeSystems)[CodeSystem]][]

/** By our name, OID (also as `urn:oid:`) or URI; without case. */
export function findCodeSystem(name: string): CodeSystem | undefined {
  const asked = name
    .trim()
    .toLowerCase()
    .replace(/^urn:oid:/, '')
    .replace(/\/$/, '')
  return known.find(([system, { oid, uri }]) => asked === system || asked === oid || asked === uri)?.[0]
}

/** @throws BadParameter that names the systems that are known. */
export function readCodeSystem(value: string, parameter: string): CodeSystem {
  const system = findCodeSystem(value)
  if (system) return system
  const choice = known.map(([, { title, oid }]) => `${oid} (${title})`).join(', ')
  throw new BadParameter(parameter, `is a code system that is not known here; known are ${choice}`)
}

/** A code as entries have it: in capitals, and in ICD-10-CM with the point that many records leave out. */
export function toCode(system: CodeSystem, code: string): string {
  const plain = code.trim().toUpperCase()
  if (system !== 'icd-10-cm') return plain
  const signs = plain.replaceAll('.', '')
  return signs.length > 3 ? `${signs.slice(0, 3)}.${signs.slice(3)}` : signs
}
