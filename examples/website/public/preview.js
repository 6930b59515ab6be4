/**
 * Keeps the preview in step with its editor. Payload's admin sends the form as it changes; this site's server asks Saphena what would come
 * of it, and answers the page anew. Messages count from the admin's own window and origin alone.
 */
const { origin } = document.currentScript.dataset
const admin = window.opener ?? window.parent
const pause = 250

let waiting
let asking

addEventListener('message', (event) => {
  if (event.origin !== origin || event.source !== admin) return
  const { type, data } = event.data ?? {}
  if (type !== 'payload-live-preview' || !data) return
  clearTimeout(waiting)
  waiting = setTimeout(() => show(data), pause)
})

if (admin !== window) admin.postMessage({ type: 'payload-live-preview', ready: true }, origin)

async function show(data) {
  asking?.abort()
  asking = new AbortController()
  try {
    const response = await fetch(location.href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data }),
      signal: asking.signal,
    })
    // An expired link is renewed by the next save, which loads this page again.
    if (!response.ok) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    document.title = page.title
    document.getElementById('content').replaceChildren(...page.getElementById('content').childNodes)
  } catch (error) {
    if (error.name !== 'AbortError') throw error
  }
}
