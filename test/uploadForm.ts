import sharp from 'sharp'

/** A small grey picture. */
export const picture = (format: 'png' | 'jpeg' | 'webp' | 'avif', width = 16, height = 8): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
    .toFormat(format)
    .toBuffer()

/** An upload as the admin and apps send it: the file, and the other fields as JSON in `_payload`. */
export function uploadForm(
  bytes: Uint8Array,
  name: string,
  { type = 'image/png', data = { alt: 'A leg' } as object } = {},
) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  form.set('_payload', JSON.stringify(data))
  return form
}
