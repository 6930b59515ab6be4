import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sqlite } from './databases'
import { type StartedServer, startServer, startTimeout } from './startServer'
import { paragraphs } from './startService'

/** All of these go through the server while it logs as much as it can; none may stand in what it printed. */
const given = {
  PAYLOAD_SECRET: 'Zq-the-secret-of-the-installation-Zq',
  ADMIN_PASSWORD: 'Zq-the-password-of-the-boss',
  METRICS_TOKEN: 'Zq-the-token-of-prometheus',
  SMTP_URL: 'smtp://mailer:Zq-the-password-of-mail@127.0.0.1:9',
}
const email = 'boss-of-all@example.org'
const secrets: Record<string, string> = {
  ...given,
  SMTP_URL: 'Zq-the-password-of-mail',
  'an address': email,
}

let server: StartedServer
let database: Awaited<ReturnType<typeof sqlite.create>>

beforeAll(async () => {
  database = await sqlite.create()
  server = await startServer({
    ...given,
    ADMIN_EMAIL: email,
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'debug',
    REFERENCES_CHECK: 'false',
    WEBHOOK_ALLOW_PRIVATE: 'true',
  })
}, startTimeout)
afterAll(async () => {
  await server?.stop()
  await database?.remove()
}, 60_000)

/** Notes what must not be found later. */
function keep(name: string, value: string): string {
  expect(value?.length ?? 0, name).toBeGreaterThan(5)
  secrets[name] = value
  return value
}

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const answer = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  return { status: response.status, answer }
}

it('logs nothing of what is secret, and nothing of what readers look for', { timeout: 120_000 }, async () => {
  const password = given.ADMIN_PASSWORD
  const wrong = keep('a wrong password', 'Zq-a-wrong-password')
  await ask('POST', '/api/users/login', { email, password: wrong })
  await ask('POST', '/api/users/login', `{"email":"${email}","password":"${keep('a broken one', 'Zq-broken-JSON')}`)
  await ask('POST', '/api/graphql', {
    query: 'mutation($p: String) { loginUser(email: "boss-of-all@example.org", password: $p) { token } }',
    variables: { p: keep('one in a variable', 'Zq-in-a-variable') },
  })
  await ask('POST', '/api/graphql', {
    query: `mutation { loginUser(email: "${email}", password: "${keep('one in GraphQL', 'Zq-in-graphql')}") { none } }`,
  })
  const first = await ask('POST', '/api/users/login', { email, password })
  const token = keep('a session', first.answer.token)
  const session = { authorization: `JWT ${token}` }
  await ask('GET', '/api/users/me', undefined, { cookie: `payload-token=${token}` })
  await ask('GET', '/api/none', undefined, { authorization: `Basic ${keep('basic', 'WnE6WnEtYmFzaWM=')}` })

  const begun = await ask('POST', '/api/users/two-factor/begin', {}, session)
  const secret = keep('a two-factor secret', begun.answer.secret)
  keep('the same in hex', Secret.fromBase32(secret).hex)
  const code = new TOTP({ secret }).generate()
  const confirmed = await ask('POST', '/api/users/two-factor/confirm', { code }, session)
  const [recovery = '', another = ''] = confirmed.answer.recoveryCodes
  keep('a recovery code', recovery)
  await ask('POST', '/api/users/login', { email, password, code: keep('a wrong code', 'zq22-zq22-zq22-zq22') })
  await ask('POST', '/api/users/login', { email, password, code: recovery })
  await ask('POST', '/api/users/two-factor/remove', { code: keep('another recovery code', another) }, session)

  // The mail server is not there: the letter fails, and says so.
  await ask('POST', '/api/users/forgot-password', { email })
  await vi.waitFor(
    () => expect(server.logged().some(({ msg }) => String(msg).includes('forgotten password'))).toBe(true),
    { timeout: 30_000, interval: 100 },
  )
  const reset = keep('a token of a letter', 'zq00112233445566778899aabbccddeeff001122')
  await ask('GET', `/admin/reset/${reset}`)
  // What Next cannot read it fails at.
  const unreadable = { rsc: '1', 'next-router-state-tree': '%' }
  expect((await ask('GET', `/admin/reset/${reset}`, undefined, unreadable)).status).toBe(500)
  await ask('POST', '/api/users/reset-password', {
    token: reset,
    password: keep('a new password', 'Zq-a-new-password'),
  })

  const key = keep('a key', 'Zq-the-key-of-an-app-0123456789')
  const app = { email: 'app@example.org', name: 'App', role: 'api', password: wrong, enableAPIKey: true, apiKey: key }
  await ask('POST', '/api/users', app, session)
  await ask('GET', '/api/articles', undefined, { authorization: `users API-Key ${key}` })
  await ask('GET', '/api/articles', undefined, {
    authorization: `users API-Key ${keep('no key', 'Zq-no-key-of-an-app')}`,
  })

  const hook = await ask('POST', '/api/webhooks', { name: 'Down', url: `${server.url}/none` }, session)
  keep('a webhook secret', hook.answer.doc.secret)
  const words = { title: 'For readers', body: paragraphs('Words.'), summary: 'x'.repeat(90), _status: 'draft' }
  const article = (await ask('POST', '/api/articles?draft=true', words, session)).answer.doc.id
  await ask('POST', '/api/symptoms', { name: 'Published for the webhook', _status: 'published' }, session)
  const share = await ask('POST', '/api/draft-shares/share', { article, locale: 'en', days: 1 }, session)
  const shared = keep('a shared draft', share.answer.url.split('/').at(-1))
  await ask('GET', `/share/${shared}`)
  await ask('GET', `/SHARE/${shared}/pictures/none`)
  await ask('GET', `/v1/preview?token=${keep('a preview', 'Zq.preview.token.of.a.draft')}`)

  const health = keep('what a reader looks for', 'Zq+my+private+illness')
  keep('a code of it', 'Z99.Zq9')
  for (const path of [
    `/v1/search?q=${health}`,
    `/v1/lookup?code=Z99.Zq9&system=icd-10-cm`,
    `/v1/infobutton?mainSearchCriteria.v.c=Z99.Zq9&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90`,
    `/api/articles?where[title][like]=${health}`,
    `/api/articles?where[none][like]=${health}`,
    `/api/articles?where={"title":${health}`,
    `/api/graphql?query={Articles(where:{title:{like:"${health}"}}){totalDocs}}`,
    `/metrics?token=${health}`,
    `/admin/login?redirect=${health}`,
  ])
    await ask('GET', path)
  await ask('GET', '/metrics', undefined, { authorization: `Bearer ${given.METRICS_TOKEN}` })
  await ask('GET', '/metrics', undefined, { authorization: `Bearer ${keep('a wrong token', 'Zq-a-wrong-token')}` })
  await vi.waitFor(async () => {
    const { answer } = await ask('GET', '/api/webhook-deliveries', undefined, session)
    expect(answer.docs?.some(({ attempts }: { attempts: number }) => attempts > 0)).toBe(true)
  }, 30_000)

  const everything = `${JSON.stringify(server.logged())}\n${server.printed().replace(/^First administrator: .*$/m, '')}`
  expect(everything).toContain('/v1/search')
  const found = Object.entries(secrets).filter(([, value]) => everything.includes(value))
  expect(found.map(([name]) => name)).toEqual([])
})
