import { describe, expect, it } from 'vitest'
import { type Box, boxAround, distanceKm, type Place } from './distance'

const at = (latitude: number, longitude: number): Place => ({ latitude, longitude })
const holds = (box: Box, { latitude, longitude }: Place): boolean =>
  latitude >= box.south &&
  latitude <= box.north &&
  box.longitudes.some(([west, east]) => longitude >= west && longitude <= east)

describe('distanceKm', () => {
  it.each([
    [at(41.8781, -87.6298), at(41.8781, -87.6298), 0],
    [at(0, 0), at(0, 1), 111.195],
    [at(0, 179.5), at(0, -179.5), 111.195], // across the date line
    [at(89.5, 0), at(89.5, 180), 111.195], // over the pole
    [at(90, 12), at(90, -140), 0], // the pole has every longitude
    [at(0, 0), at(0, 180), 20015.1],
    [at(0, 180), at(0, -180), 0],
  ])('%o to %o is %d km', (from, to, km) => {
    expect(distanceKm(from, to)).toBeCloseTo(km, km > 1000 ? 1 : 2)
    expect(distanceKm(to, from)).toBeCloseTo(distanceKm(from, to), 9)
  })
})

it('agrees with the angle between two vectors', () => {
  const vector = ({ latitude, longitude }: Place): [number, number, number] => {
    const [up, round] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
    return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)]
  }
  const places = [at(41.8781, -87.6298), at(40.4168, -3.7038), at(-33.86, 151.2), at(64.1, -21.9), at(-54.8, -68.3)]
  for (const from of places)
    for (const to of places) {
      const [a, b] = [vector(from), vector(to)]
      const cosine = Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])
      expect(distanceKm(from, to)).toBeCloseTo(6371.0088 * Math.acos(cosine), 3)
    }
})

describe('boxAround', () => {
  it('is one range of longitudes away from the date line', () => {
    const { longitudes, south, north } = boxAround(at(41.9, -87.6), 50)
    expect(longitudes).toHaveLength(1)
    expect(north - south).toBeCloseTo(0.9, 2)
  })

  it('is two ranges across the date line, from either side', () => {
    for (const longitude of [179.9, -179.9]) {
      const box = boxAround(at(-17, longitude), 50)
      expect(box.longitudes).toHaveLength(2)
      expect(holds(box, at(-17, 179.95))).toBe(true)
      expect(holds(box, at(-17, -179.95))).toBe(true)
      expect(holds(box, at(-17, 0))).toBe(false)
    }
  })

  it('takes 180 and -180 for the same meridian', () => {
    for (const longitude of [180, -180]) {
      const box = boxAround(at(10, longitude), 1)
      expect(holds(box, at(10, 180)) && holds(box, at(10, -180))).toBe(true)
    }
  })

  it('has every longitude where it holds a pole', () => {
    expect(boxAround(at(89.9, 30), 50)).toMatchObject({ north: 90, longitudes: [[-180, 180]] })
    expect(boxAround(at(-89.9, 30), 50)).toMatchObject({ south: -90, longitudes: [[-180, 180]] })
    expect(boxAround(at(90, 0), 1).longitudes).toEqual([[-180, 180]])
  })

  it('is not fooled by the sine of more than a quarter of the Earth', () => {
    const box = boxAround(at(0, 0), 15_000)
    expect(holds(box, at(0, 130))).toBe(true)
  })

  it('never leaves out what lies within the distance', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    for (let turn = 0; turn < 20_000; turn++) {
      const middle = at(random() * 180 - 90, random() * 360 - 180)
      const km = random() ** 3 * 5000
      const near = at(Math.max(-90, Math.min(90, middle.latitude + (random() - 0.5) * (km / 50))), random() * 360 - 180)
      if (distanceKm(middle, near) <= km && !holds(boxAround(middle, km), near))
        expect.fail(`${JSON.stringify({ middle, near, km })} is left out`)
    }
  })
})
