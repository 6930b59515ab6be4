/**
 * Keeps the app itself on the device, so that it opens without a network; what one reads in it is in IndexedDB. A new version is taken
 * over at once: all of the app is loaded when it opens, so that no open page misses a file of the version before.
 */
declare const self: ServiceWorkerGlobalScope

/** The build puts the list in here: listShell.ts. */
const { version, files } = JSON.parse('__SHELL__') as { version: string; files: string[] }
const shellName = `shell-${version}`

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell())
})
self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const isOwn = new URL(request.url).origin === self.location.origin
  if (request.mode === 'navigate' && isOwn) event.respondWith(keptOrFetched('./', request, shellName))
  else if (isOwn) event.respondWith(keptOrFetched(request, request, shellName))
  else if (request.destination === 'image') event.respondWith(keptOrFetched(request.url, request, 'pictures'))
})

async function keepShell(): Promise<void> {
  const cache = await caches.open(shellName)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
  await self.skipWaiting()
}

async function takeOver(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('shell-') && name !== shellName).map((name) => caches.delete(name)),
  )
  await self.clients.claim()
}

async function keptOrFetched(kept: Request | string, request: Request, cacheName: string): Promise<Response> {
  return (await caches.match(kept, { cacheName, ignoreVary: true })) ?? fetch(request)
}

export {}
