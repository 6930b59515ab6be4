import sharp from 'sharp'

/** A GIF that moves: each frame changes one pixel, and is decoded to as many as the whole has. */
export function movingGif(frames: number, side: number): Buffer {
  const screen = Buffer.alloc(7)
  screen.writeUInt16LE(side, 0)
  screen.writeUInt16LE(side, 2)
  screen[4] = 0x80 // two colours follow, for all frames
  const colours = Buffer.from('ff0000ffffff', 'hex')
  const frame = (at: number) => {
    const bytes = Buffer.from('21f90400050000002c00000000010001000002024c0100', 'hex')
    bytes.writeUInt16LE(at % side, 9)
    return bytes
  }
  return Buffer.concat([
    Buffer.from('GIF89a'),
    screen,
    colours,
    ...Array.from({ length: frames }, (_, at) => frame(at)),
    Buffer.from(';'),
  ])
}

/** The same as WebP. */
export async function movingWebp(frames: number, side: number): Promise<Buffer> {
  const still = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#888' } })
    .webp()
    .toBuffer()
  const size = Buffer.alloc(6)
  size.writeUIntLE(side - 1, 0, 3)
  size.writeUIntLE(side - 1, 3, 3)
  const moves = Buffer.from([2, 0, 0, 0])
  const frame = (at: number) => {
    const place = Buffer.alloc(16)
    place.writeUIntLE(at % (side >> 1), 0, 3)
    place[12] = 50 // milliseconds
    return chunk('ANMF', Buffer.concat([place, still.subarray(12)]))
  }
  const head = [Buffer.from('WEBP'), chunk('VP8X', Buffer.concat([moves, size])), chunk('ANIM', Buffer.alloc(6))]
  return chunk('RIFF', Buffer.concat([...head, ...Array.from({ length: frames }, (_, at) => frame(at))]))
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)])
}
