import { nearbyClinics } from '../delivery/clinics/nearbyClinics'
import type { ListedClinic } from '../delivery/vocabulary/entries'
import type { Clinic } from '../payload-types'
import { badArgument, sayingWhatIsWrong } from './badArgument'
import { findAs } from './findBySlug'
import type { Context } from './ownRequest'
import { localeOf } from './websiteReads'

const farthestKm = 1000

interface Place {
  latitude: number
  longitude: number
  radius: number | null
  limit: number | null
}

/** Which ones are near is found out as for `/v1`; what is shown of them is read by the rules for whoever asks. */
export async function findClinicsNear(
  { req, reads }: Context,
  { latitude, longitude, radius, limit }: Place,
): Promise<{ clinic: Clinic; distanceKm: number }[]> {
  if (Math.abs(latitude) > 90) throw badArgument('latitude must be from -90 to 90')
  if (Math.abs(longitude) > 180) throw badArgument('longitude must be from -180 to 180')
  const km = radius ?? 50
  if (!(km > 0 && km <= farthestKm)) throw badArgument(`radius must be kilometres, more than 0 and up to ${farthestKm}`)
  const locale = localeOf(req)
  const { clinics } = await sayingWhatIsWrong(() =>
    nearbyClinics(
      req.payload,
      { locale, near: { latitude, longitude }, radius: { km }, limit: limit ?? 10 },
      { locale, addresses: reads.addresses, now: Date.now() },
    ),
  )
  const near = clinics as unknown as (ListedClinic & { distanceKm: number })[]
  if (near.length === 0) return []
  const ids = near.map(({ id }) => id)
  const docs = new Map(
    (await findAs(req, 'clinics', { id: { in: ids } }, locale, ids.length)).map((doc) => [doc.id, doc]),
  )
  return near.flatMap(({ id, distanceKm }) => {
    const clinic = docs.get(id)
    return clinic ? [{ clinic, distanceKm }] : []
  })
}
