import { settings } from '../settings'

/** Where the Saphena of these settings answers; without one there is nothing for an example to show, and the command ends. */
export async function runningSaphena(): Promise<string> {
  const url = settings.serverUrl ?? `http://127.0.0.1:${settings.port}`
  const ready = await fetch(`${url}/readyz`).catch(() => undefined)
  if (ready?.ok) return url
  console.error(`There is no Saphena at ${url}: start it first, with npm start (PORT and SERVER_URL say where it is)`)
  process.exit(1)
}
