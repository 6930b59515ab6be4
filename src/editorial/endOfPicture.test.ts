import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { endOfPicture } from './endOfPicture'

const noise = sharp({
  create: { width: 61, height: 47, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 90 } },
})

describe('The end of a picture', () => {
  it.each([
    ['image/png', () => noise.clone().png()],
    ['image/png', () => noise.clone().png({ progressive: true, palette: true })],
    ['image/jpeg', () => noise.clone().jpeg({ quality: 100 })],
    [
      'image/jpeg',
      () =>
        noise
          .clone()
          .jpeg({ progressive: true })
          .withExif({ IFD0: { ImageDescription: 'A thumbnail' } }),
    ],
  ])('of a whole %s is where its bytes end, whatever follows', async (type, make) => {
    const data = await make().toBuffer()
    for (const behind of ['', '<script>', 'PK\x03\x04', '\xff\xd8\xff\xd9', 'IEND'])
      expect(endOfPicture(type, Buffer.concat([data, Buffer.from(behind, 'latin1')]))).toBe(data.length)
  })

  it.each([
    ['image/png', () => noise.clone().png()],
    ['image/jpeg', () => noise.clone().jpeg()],
  ])('of a %s that was cut anywhere is nowhere', async (type, make) => {
    const data = await make().toBuffer()
    for (let length = 0; length < data.length; length += 7)
      expect([length, endOfPicture(type, data.subarray(0, length))]).toEqual([length, undefined])
  })

  it('is not taken from what a segment holds, nor from what fills up', () => {
    const comment = Buffer.from('\xff\xfe\x00\x06\xff\xd9\xff\xd9', 'latin1')
    const data = Buffer.concat([Buffer.from([0xff, 0xd8]), comment, Buffer.from([0xff, 0xff, 0xff, 0xd9, 0x3c])])
    expect(endOfPicture('image/jpeg', data)).toBe(data.length - 1)
  })
})
