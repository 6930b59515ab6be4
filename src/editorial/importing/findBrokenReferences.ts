import { checkDoi, checkPmid } from '../checkReference'

/** What Word leaves in the text where a cross-reference lost its target. */
const lostReference =
  /Error!\s+(?:Reference source not found|Bookmark not defined|No bookmark name given|Hyperlink reference not valid)|¡Error!\s+(?:No se encuentra el origen de la referencia|Marcador no definido|Referencia de hipervínculo no válida)/giu
const doi = /\bdoi\s*[:=]\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?(\S+)/giu
const pmid = /\bpmid\s*[:=]\s*(\S+)/giu

/** A line for each kind of reference in a text that leads nowhere, for whoever imports it. */
export function findBrokenReferences(text: string): string[] {
  const lines: string[] = []
  const lost = [...text.matchAll(lostReference)].length
  if (lost > 0) lines.push(`${counted(lost, 'cross-reference')} lost in Word: search the text for “Error!”`)
  const given = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => trim(match[1] ?? ''))
  for (const each of given(doi)) if (checkDoi(each) !== true) lines.push(`a DOI with a broken form: ${shorten(each)}`)
  for (const each of given(pmid))
    if (checkPmid(each) !== true) lines.push(`a PubMed id with a broken form: ${shorten(each)}`)
  return [...new Set(lines)]
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? ' was' : 's were'}`

/** No identifier is longer; what goes on and on is broken, whatever it ends with. */
const longest = 2_000

/** The sentence's own marks are no part of an identifier. From the end: a pattern would look through each run of marks from each of its places. */
function trim(value: string): string {
  const given = value.slice(0, longest)
  let end = given.length
  while (end > 0 && marks.has(given.charAt(end - 1))) end--
  return given.slice(0, end)
}

const marks = new Set('.,;:)]}>"\'”’')

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 59)}…` : value)
