export interface Place {
  latitude: number
  longitude: number
}

/** A place of an address, `41.88,-87.63`, to about a kilometre: no more is needed, and none is kept. */
export function nearPlace(text: string | null): Place | undefined {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,8})?),(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text ?? '') ?? []
  if (!latitude || !longitude) return undefined
  const place = { latitude: rounded(latitude), longitude: rounded(longitude) }
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : undefined
}

const rounded = (degrees: string): number => Math.round(Number(degrees) * 100) / 100
