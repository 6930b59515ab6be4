import { mostPictures } from '../settings'

export interface KeptPictures {
  kept: number
  /** There was no room for them, or they did not arrive. */
  leftOut: number
}

/** Keeps these pictures, the first ones first and within bounds, and no others. The service worker shows them. */
export async function keepPictures(urls: readonly string[]): Promise<KeptPictures> {
  const cache = await caches.open('pictures')
  const wanted = [...new Set(urls)]
  for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url)
  let kept = 0
  let bytes = 0
  for (const url of wanted) {
    const size =
      (await sizeOfKept(cache, url)) ?? (kept < mostPictures.count ? await bring(cache, url, bytes) : undefined)
    if (size === undefined) continue
    kept++
    bytes += size
  }
  return { kept, leftOut: wanted.length - kept }
}

async function sizeOfKept(cache: Cache, url: string): Promise<number | undefined> {
  const response = await cache.match(url)
  return response && Number(response.headers.get('content-length'))
}

/** @returns its size where it was kept. An article can be read without its picture, so that nothing fails with it. */
async function bring(cache: Cache, url: string, bytes: number): Promise<number | undefined> {
  try {
    const response = await fetch(url, { credentials: 'omit' })
    if (!response.ok) return undefined
    const picture = await response.blob()
    if (picture.size > mostPictures.ofOne || bytes + picture.size > mostPictures.bytes) return undefined
    const headers = { 'content-type': picture.type, 'content-length': String(picture.size) }
    await cache.put(url, new Response(picture, { headers }))
    return picture.size
  } catch {
    return undefined
  }
}
