/**
 * Where a picture ends, by its own word; what stands behind is no part of it and may be anything (a polyglot). Others are not looked
 * at: Payload writes GIF and WebP anew, and an AVIF that does not end where its boxes do cannot be decoded.
 *
 * @returns undefined where it has no end
 */
export function endOfPicture(type: string, data: Buffer): number | undefined {
  return (ends[type] ?? (({ length }) => length))(data)
}

const ends: Record<string, (data: Buffer) => number | undefined> = {
  'image/png': endOfPng,
  'image/jpeg': endOfJpeg,
}

/** A mark of eight bytes, then chunks: length, name, as many bytes, checksum. */
function endOfPng(data: Buffer): number | undefined {
  for (let at = 8; at + 12 <= data.length; ) {
    const end = at + 12 + data.readUInt32BE(at)
    if (data.toString('latin1', at + 4, at + 8) === 'IEND') return end <= data.length ? end : undefined
    at = end
  }
}

const fill = 0xff
const endOfImage = 0xd9
const startOfScan = 0xda

/** Segments with their length behind the marker, each scan followed by data of any length in which a marker is none where zero follows. */
function endOfJpeg(data: Buffer): number | undefined {
  for (let at = 2; at + 2 <= data.length; ) {
    const marker = data[at + 1]
    if (data[at] !== 0xff) return undefined
    if (marker === endOfImage) return at + 2
    if (marker === fill) at++
    else if (at + 4 > data.length) return undefined
    else {
      at += 2 + data.readUInt16BE(at + 2)
      if (marker === startOfScan) at = nextMarker(data, at)
    }
  }
}

function nextMarker(data: Buffer, from: number): number {
  let at = data.indexOf(0xff, from)
  while (at >= 0 && isData(data[at + 1])) at = data.indexOf(0xff, at + 1)
  return at < 0 ? data.length : at
}

/** A byte of the data, or a mark to begin anew from where data were lost. */
const isData = (next: number | undefined): boolean => next === 0 || (next !== undefined && next >= 0xd0 && next <= 0xd7)
