/**
 * Keeps the preview page in step with the form that it is shown beside. Payload's admin sends the form's values as they change; the
 * server makes HTML of them, by the same code as of what is published. Messages count only from the admin's own window and origin, which is
 * the origin that this page came from.
 */
const admin = window.opener ?? window.parent
const main = document.getElementById('draft')
const address = `/preview/words${location.search}`
const pause = 250

let waiting
let asking

addEventListener('message', (event) => {
  if (event.origin !== location.origin || event.source !== admin) return
  const { type, data } = event.data ?? {}
  if (type !== 'payload-live-preview' || !data) return
  clearTimeout(waiting)
  waiting = setTimeout(() => show(data), pause)
})

if (admin !== window) admin.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)

async function show(data) {
  asking?.abort()
  asking = new AbortController()
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data }),
      signal: asking.signal,
    })
    // An expired link is renewed by the next save, which loads this page again.
    if (!response.ok) return
    const { title, html } = await response.json()
    document.title = title
    main.innerHTML = html
  } catch (error) {
    if (error.name !== 'AbortError') throw error
  }
}
