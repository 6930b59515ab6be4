import { constants, crc32, deflateRawSync } from 'node:zlib'

const piece = 1024 * 1024

/**
 * A whole, valid PNG in black: three bytes a pixel, all of them zero. Its data are one compressed megabyte of zeros again and again, so that
 * gigabytes of them are made at once.
 */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8) // 8 bits, in three colours
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', zeros(height * (1 + 3 * width))), // each line begins with its filter, which is none
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** So many of them as RFC 1950 has them compressed. */
function zeros(length: number): Buffer {
  // It refers to nothing before it, and ends with a byte.
  const repeated = deflateRawSync(Buffer.alloc(piece), { finishFlush: constants.Z_FULL_FLUSH })
  const checksum = Buffer.alloc(4)
  checksum.writeUInt16BE(length % 65_521, 0)
  checksum.writeUInt16BE(1, 2)
  return Buffer.concat([
    Buffer.from([0x78, 0x01]),
    ...Array.from({ length: Math.floor(length / piece) }, () => repeated),
    deflateRawSync(Buffer.alloc(length % piece)),
    checksum,
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
