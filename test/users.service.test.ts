import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Answer, describeService, password, type Service, startService } from './startService'

describeService('People and keys', () => {
  let service: Service
  let made = 0
  const answers: Answer[] = []

  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  /** Asks, and keeps the answer: no password may stand in any of them. */
  const ask: Service['ask'] = async (...request) => {
    const answer = await service.ask(...request)
    answers.push(answer)
    return answer
  }
  async function addPerson(data: object = {}): Promise<{ id: string; email: string }> {
    const email = `person${++made}@example.org`
    const { body } = await ask('admin', 'POST', '/api/users', { email, password, name: 'Somebody', ...data })
    return { id: body.doc.id, email }
  }
  const login = (email: string, word: string) => ask('stranger', 'POST', '/api/users/login', { email, password: word })
  const withKey = (key: string, path = '/api/users/me') =>
    ask('stranger', 'GET', path, undefined, { authorization: `users API-Key ${key}` })

  it('logs in with the right password, by a cookie that scripts cannot read', async () => {
    const { email } = await addPerson()
    const answer = await login(email, password)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^payload-token=.*; HttpOnly=true; SameSite=Lax/i)
    const me = await ask('stranger', 'GET', '/api/users/me', undefined, { authorization: `JWT ${answer.body.token}` })
    expect(me.body.user.email).toBe(email)
  })

  it('does not tell a wrong password from an account that is none', async () => {
    const { email } = await addPerson()
    const [wrong, none] = [await login(email, 'not-the-password'), await login('nobody@example.org', password)]
    expect([wrong.status, none.status]).toEqual([401, 401])
    expect(wrong.body).toEqual(none.body)
  })

  it('locks an account for whoever sent five wrong passwords, until an administrator unlocks it', async () => {
    const { email } = await addPerson()
    for (let attempt = 1; attempt <= 5; attempt++) expect((await login(email, 'wrong')).status).toBe(401)
    expect((await login(email, password)).status).toBe(429)

    for (const who of ['editor', 'reviewer', 'api', 'stranger'] as const)
      expect((await ask(who, 'POST', '/api/users/unlock', { email })).status).toBe(403)
    expect((await login(email, password)).status).toBe(429)
    await ask('admin', 'POST', '/api/users/unlock', { email })
    expect((await login(email, password)).status).toBe(200)
  })

  it('counts wrong passwords that come at once', async () => {
    const { email } = await addPerson()
    const answers = await Promise.all(Array.from({ length: 8 }, () => login(email, 'wrong')))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(401), ...Array(3).fill(429)])
    expect((await login(email, password)).status).toBe(429)
  })

  it('a session ends with logging out', async () => {
    const { email } = await addPerson()
    const authorization = `JWT ${(await login(email, password)).body.token}`
    const me = async () => (await ask('stranger', 'GET', '/api/users/me', undefined, { authorization })).body.user
    expect(await me()).toMatchObject({ email })
    await ask('stranger', 'POST', '/api/users/logout', undefined, { authorization })
    expect(await me()).toBeNull()
  })

  it.each([
    ['without a signature', (token: string) => token.split('.').slice(0, 2).join('.').concat('.')],
    ['with another role', (token: string) => changed(token, { role: 'admin' })],
    ['of a word', () => 'admin'],
  ])('takes no token %s', async (_, forge) => {
    const { email } = await addPerson()
    const { token } = (await login(email, password)).body
    const forged = { authorization: `JWT ${forge(token)}` }
    expect((await ask('stranger', 'GET', '/api/users/me', undefined, forged)).body.user).toBeNull()
  })

  function changed(token: string, claims: object): string {
    const [head, body = '', signature] = token.split('.')
    const old = JSON.parse(Buffer.from(body, 'base64url').toString())
    return [head, Buffer.from(JSON.stringify({ ...old, ...claims })).toString('base64url'), signature].join('.')
  }

  it('an app reads with its key until the key is changed or taken away', async () => {
    const { id } = await addPerson({ role: 'api', enableAPIKey: true, apiKey: 'first-KEY' })
    const change = (data: object) => ask('admin', 'PATCH', `/api/users/${id}`, data)
    const reads = async (key: string) => (await withKey(key)).body.user?.id === id
    expect([await reads('first-KEY'), await reads('other-KEY'), await reads('')]).toEqual([true, false, false])

    await change({ apiKey: 'second-KEY' })
    expect([await reads('first-KEY'), await reads('second-KEY')]).toEqual([false, true])

    await change({ enableAPIKey: false })
    expect(await reads('second-KEY')).toBe(false)
    expect((await withKey('second-KEY', '/api/users')).status).toBe(403)
  })

  it('the key of somebody who was deleted opens nothing', async () => {
    const { id } = await addPerson({ role: 'api', enableAPIKey: true, apiKey: 'deleted-KEY' })
    await ask('admin', 'DELETE', `/api/users/${id}`)
    expect((await withKey('deleted-KEY')).body.user).toBeNull()
  })

  it('answers a forgotten password alike whether there is such an account or not', async () => {
    const { email } = await addPerson()
    const forgot = (whose: string) => ask('stranger', 'POST', '/api/users/forgot-password', { email: whose })
    const answered = [await forgot(email), await forgot('nobody@example.org'), await forgot(email)]
    expect(answered.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, answered[0]?.body]))
  })

  it('a new password is set by the token that was sent, once', async () => {
    const { email } = await addPerson()
    const sent = vi.spyOn(service.payload.email, 'sendEmail')
    await ask('stranger', 'POST', '/api/users/forgot-password', { email })
    await vi.waitFor(() => expect(sent).toHaveBeenCalled(), 10_000)
    const [message] = sent.mock.lastCall as [{ to: string; html: string }]
    sent.mockRestore()
    expect(message.to).toBe(email)
    const token = /reset\/([0-9a-f]{40})"/.exec(message.html)?.[1]
    const reset = () =>
      service.ask('stranger', 'POST', '/api/users/reset-password', { token, password: 'a-wholly-new-one' })
    expect((await reset()).status).toBe(200)
    expect((await login(email, 'a-wholly-new-one')).status).toBe(200)
    expect((await login(email, password)).status).toBe(401)
    expect((await reset()).status).toBe(403)
  })

  it.each(['hash', 'salt', 'resetPasswordToken', 'apiKey', 'apiKeyIndex', 'email'])(
    'lets an editor neither read nor filter or sort by %s of colleagues',
    async (field) => {
      for (const query of [`where[${field}][exists]=true`, `where[${field}][like]=a`, `sort=${field}`])
        expect((await ask('editor', 'GET', `/api/users?${query}`)).status).toBe(400)
      const read = await ask('editor', 'GET', `/api/users?showHiddenFields=true&select[${field}]=true`)
      expect(JSON.stringify(read.body)).not.toContain(`"${field}"`)
    },
  )

  it('puts no password, hash or key into any answer', async () => {
    await ask('admin', 'GET', '/api/users?showHiddenFields=true&limit=100')
    answers.push(await service.graphql('admin', '{ Users { docs { id name email role } } meUser { user { id } } }'))
    expect(answers.length).toBeGreaterThan(50)
    for (const { body } of answers) {
      expect(JSON.stringify(body)).not.toMatch(/a-long-enough-password|"(hash|salt|password|resetPasswordToken)":|-KEY/)
    }
  })

  it.each(['hash', 'salt', 'password', 'apiKey', 'resetPasswordToken'])('has no %s in GraphQL', async (field) => {
    const { body } = await service.graphql('admin', `{ Users { docs { ${field} } } }`)
    expect(body.data?.Users?.docs?.find((user: Record<string, unknown>) => user[field])).toBeUndefined()
  })
})
