/** A place in degrees (WGS 84). */
export interface Place {
  latitude: number
  longitude: number
}

/** What surely holds everything within a distance of a place; longitudes in one range, or in two across the date line. */
export interface Box {
  south: number
  north: number
  /** From west to east, each within -180 to 180. */
  longitudes: [west: number, east: number][]
}

/** The mean radius of the Earth in kilometres (IUGG). */
const earth = 6371.0088
/** Rounding must not push a place that lies on the edge out of the box: about 0.1 mm. */
const slack = 1e-9

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI

/** The way over the Earth's surface in kilometres, by the haversine formula: exact to the 0.5 % that the Earth is no sphere. */
export function distanceKm(from: Place, to: Place): number {
  const north = Math.sin(radians(to.latitude - from.latitude) / 2)
  const east = Math.sin(radians(to.longitude - from.longitude) / 2)
  const part = north * north + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east * east
  return 2 * earth * Math.asin(Math.sqrt(Math.min(1, part)))
}

/**
 * The box around all places within `km`. A circle reaches its easternmost point nearer to the pole than its middle, which is why
 * the width comes from the arcsine and not from the cosine alone; one that holds a pole has every longitude.
 */
export function boxAround(middle: Place, km: number): Box {
  const angle = km / earth
  const south = middle.latitude - degrees(angle) - slack
  const north = middle.latitude + degrees(angle) + slack
  const everywhere: Box['longitudes'] = [[-180, 180]]
  if (south <= -90 || north >= 90)
    return { south: Math.max(south, -90), north: Math.min(north, 90), longitudes: everywhere }
  const width = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(middle.latitude))))) + slack
  const west = middle.longitude - width
  const east = middle.longitude + width
  if (east - west >= 360) return { south, north, longitudes: everywhere }
  if (west < -180)
    return {
      south,
      north,
      longitudes: [
        [west + 360, 180],
        [-180, east],
      ],
    }
  if (east > 180)
    return {
      south,
      north,
      longitudes: [
        [west, 180],
        [-180, east - 360],
      ],
    }
  return { south, north, longitudes: [[west, east]] }
}
