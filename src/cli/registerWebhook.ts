import type { Settings } from '../env/readSettings'

/** What a running Saphena is told, by the administrator of these settings. */
interface Registration {
  saphenaUrl: string
  settings: Pick<Settings, 'adminEmail' | 'adminPassword'>
  url: string
  secret: string
}

/** Adds a webhook to this address, or gives the one that is there this secret. */
export async function registerWebhook({ saphenaUrl, settings, url, secret }: Registration): Promise<void> {
  const { token } = await send<{ token: string }>(`${saphenaUrl}/api/users/login`, 'POST', {
    email: settings.adminEmail,
    password: settings.adminPassword,
  })
  const webhooks = `${saphenaUrl}/api/webhooks`
  const asked = new URLSearchParams({ 'where[url][equals]': url, depth: '0', limit: '1' })
  const { docs } = await send<{ docs: { id: string }[] }>(`${webhooks}?${asked}`, 'GET', undefined, token)
  const [known] = docs
  if (known) await send(`${webhooks}/${known.id}`, 'PATCH', { secret, enabled: true }, token)
  else await send(webhooks, 'POST', { name: 'Website', url, secret }, token)
}

async function send<Answer>(url: string, method: string, body?: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}`)
  return (await response.json()) as Answer
}
