import type { BasePayload, Where } from 'payload'
import { defaultLocale } from '../addresses'
import { everyPublic, findPublicByIds } from '../findPublic'
import { BadParameter, dateParameter } from '../parameters'
import type { ListedClinic } from '../vocabulary/entries'
import { type EntryList, listParameters, nextPage } from '../vocabulary/listEntries'
import { fromCursor, pageOf, toCursor } from '../vocabulary/names'
import { type Asked, listedFields, toListedClinic } from '../vocabulary/toListed'
import { type Box, boxAround, distanceKm, type Place } from './distance'
import { type OpenState, openState } from './openingHours'

const farthestKm = 1000
const usualKm = 25
/** More clinics than this in the circle are refused, not cut off: a nearest one that is missing would be a wrong answer. */
const mostCandidates = 5000

export const clinicParameters = {
  ...listParameters,
  near: readPlace,
  radius: readRadius,
  openAt: readMoment,
}

export type ClinicQuestion = { [Name in keyof typeof clinicParameters]?: ReturnType<(typeof clinicParameters)[Name]> }

interface Candidate {
  id: string
  distance: number
  openAt: OpenState | undefined
}

/** Clinics within a circle, the nearest first; with `openAt` those that are open at that time. */
export async function nearbyClinics(
  payload: BasePayload,
  question: ClinicQuestion & { near: NearPlace },
  asked: Asked,
): Promise<EntryList> {
  const { locale = defaultLocale, near, radius, openAt, limit = 20, cursor } = question
  if (question.q !== undefined) throw new BadParameter('q', 'does not go with near')
  const at = openAt?.at ?? asked.now
  const km = radius?.km ?? usualKm
  const candidates: Candidate[] = []
  for await (const docs of everyPublic(payload, 'clinics', locale, {
    where: inBox(boxAround(near, km)),
    select: { latitude: true, longitude: true, timeZone: true, hours: true },
  })) {
    for (const { id, latitude, longitude, timeZone, hours } of docs) {
      if (typeof latitude !== 'number' || typeof longitude !== 'number') continue
      const distance = distanceKm(near, { latitude, longitude })
      if (distance > km) continue
      const state = openAt ? openState(hours, timeZone, at) : undefined
      if (openAt && !state?.now) continue
      candidates.push({ id, distance, openAt: state })
      if (candidates.length > mostCandidates)
        throw new BadParameter('radius', `holds more than ${mostCandidates} clinics: choose a smaller one`)
    }
  }
  candidates.sort(compare)
  const { page, next } = pageOf(candidates, limit, cursor === undefined ? undefined : behind(cursor), (item) =>
    toCursor(item.distance, item.id),
  )
  const docs = await findPublicByIds(
    payload,
    'clinics',
    locale,
    page.map(({ id }) => id),
    { select: listedFields.clinics },
  )
  const found = new Map(page.map((candidate) => [candidate.id, candidate]))
  return {
    clinics: docs.map((doc): ListedClinic => {
      const candidate = found.get(doc.id)
      return {
        ...toListedClinic(doc, asked),
        distanceKm: Math.round((candidate?.distance ?? 0) * 1000) / 1000,
        ...(openAt ? { openAt: candidate?.openAt ?? null } : {}),
      }
    }),
    total: candidates.length,
    next: next === undefined ? null : nextPage('clinics', question, next, asked),
  }
}

const compare = (one: Candidate, other: Candidate): number =>
  one.distance - other.distance || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

function behind(cursor: string): (item: Candidate) => boolean {
  const [distance, id] = fromCursor<number>(cursor, 'number')
  return (item) => compare(item, { id, distance, openAt: undefined }) > 0
}

const inBox = ({ south, north, longitudes }: Box): Where => ({
  and: [
    { latitude: { greater_than_equal: south } },
    { latitude: { less_than_equal: north } },
    {
      or: longitudes.map(([west, east]) => ({
        and: [{ longitude: { greater_than_equal: west } }, { longitude: { less_than_equal: east } }],
      })),
    },
  ],
})

/** What was read, and how it was written, since the next page's address repeats it. */
interface Written {
  toString: () => string
}
type NearPlace = Place & Written

const number = /^[+-]?\d{1,3}(\.\d{1,15})?$/

function readPlace(value: string, name: string): NearPlace {
  const parts = value.split(',').map((part) => part.trim())
  const [latitude = Number.NaN, longitude = Number.NaN] = parts.map((part) => (number.test(part) ? Number(part) : NaN))
  if (parts.length !== 2 || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
    throw new BadParameter(name, 'must be a latitude and a longitude in degrees, such as 41.88,-87.63')
  return { latitude, longitude, toString: () => value }
}

function readRadius(value: string, name: string): { km: number } & Written {
  const km = /^\d{1,4}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN
  if (!(km > 0 && km <= farthestKm))
    throw new BadParameter(name, `must be kilometres, more than 0 and up to ${farthestKm}`)
  return { km, toString: () => value }
}

/** `at` is left open for "now": that is the moment of the answer. */
function readMoment(value: string, name: string): { at: number | undefined } & Written {
  if (value === 'now') return { at: undefined, toString: () => value }
  // A plus sign that was not escaped in the address arrives as a space.
  const iso = value.replace(/ (?=\d\d:\d\d$)/, '+')
  if (!iso.includes('T'))
    throw new BadParameter(name, 'must be now, or a time with its offset, such as 2027-03-14T09:30:00Z')
  return { at: Date.parse(dateParameter(iso, name)), toString: () => iso }
}
