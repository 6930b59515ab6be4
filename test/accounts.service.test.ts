import { setTimeout as wait } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { handleEndpoints } from 'payload'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { loginTries } from '../src/accounts/login/loginTries'
import { rateStoreOf } from '../src/database/rateStore'
import { askerHeader } from '../src/http/askerOf'
import { rateCounts } from '../src/http/rateCounts'
import { hashOnce } from './hashOnce'
import { runScript } from './runScript'
import { type Answer, describeService, password, type Service, startService } from './startService'

/** Tokens of people who log in with two factors, and of those who must not be able to. */
describeService('Accounts', () => {
  let service: Service
  let made = 0
  // The clock alone: a code is right once, and these tests need several.
  const halfMinutes = (many: number) => vi.setSystemTime(Date.now() + many * 30_000)

  beforeAll(async () => {
    service = await startService()
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterAll(async () => {
    vi.useRealTimers()
    await service?.close()
  })

  const post = (path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> =>
    service.ask('stranger', 'POST', path, body, headers)
  const as = (token: string) => ({ authorization: `JWT ${token}` })
  const login = (email: string, rest: object = {}) => post('/api/users/login', { email, password, ...rest })
  const me = async (token: string) =>
    (await service.ask('stranger', 'GET', '/api/users/me', undefined, as(token))).body.user

  interface Person {
    id: string
    email: string
    token: string
  }
  async function addPerson(data: object = {}): Promise<Person> {
    const email = `account${++made}@example.org`
    return hashOnce(async () => {
      const { body } = await service.ask('admin', 'POST', '/api/users', { email, password, name: 'Somebody', ...data })
      return { id: body.doc.id, email, token: (await login(email)).body.token }
    })
  }

  interface Enrolled extends Person {
    secret: string
    recoveryCodes: string[]
    code: () => string
  }
  async function enrol(person: Person): Promise<Enrolled> {
    const begun = await post('/api/users/two-factor/begin', {}, as(person.token))
    expect(begun.status).toBe(200)
    const { secret } = begun.body
    const code = () => new TOTP({ secret }).generate({ timestamp: Date.now() })
    const confirmed = await post('/api/users/two-factor/confirm', { code: code() }, as(person.token))
    expect(confirmed.status).toBe(200)
    halfMinutes(1)
    return { ...person, secret, code, recoveryCodes: confirmed.body.recoveryCodes }
  }
  const addEnrolled = async (data?: object) => enrol(await addPerson(data))
  const nothing = (answer: Answer) => {
    expect(answer.headers.get('set-cookie') ?? '').not.toMatch(/payload-token=\w/)
    expect(JSON.stringify(answer.body ?? {})).not.toMatch(/"token":"/)
  }

  describe('two-factor login', () => {
    it('gives no session to a password alone, and one to a password with a code', async () => {
      const person = await addEnrolled()
      const alone = await login(person.email)
      nothing(alone)
      expect([alone.status, alone.body.errors[0].data.code]).toEqual([401, 'two-factor-needed'])
      const { body, status } = await login(person.email, { code: person.code() })
      expect(status).toBe(200)
      expect((await me(body.token)).email).toBe(person.email)
    })

    it('gives none by GraphQL either, and takes its code as an argument', async () => {
      const person = await addEnrolled()
      const mutation = (code: string) =>
        `mutation { loginUser(email: "${person.email}", password: "${password}"${code}) { token user { id } } }`
      const alone = await service.graphql('stranger', mutation(''))
      nothing(alone)
      expect(alone.body.errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
      const both = await service.graphql('stranger', mutation(`, code: "${person.code()}"`))
      expect((await me(both.body.data.loginUser.token)).email).toBe(person.email)
    })

    it('is not passed by beside another operation in one GraphQL document', async () => {
      const person = await addEnrolled()
      const answer = await service.graphql(
        'stranger',
        `mutation {
          a: resetPasswordUser(token: "none", password: "whatever-it-is") { token }
          b: loginUser(email: "${person.email}", password: "${password}") { token }
          c: updateUser(id: "${person.id}", data: { name: "Somebody else" }) { name }
        }`,
      )
      nothing(answer)
      expect(answer.body.errors).toHaveLength(3)
    })

    it('takes no code twice, nor an older one, nor one of another account', async () => {
      const [person, other] = [await addEnrolled(), await addEnrolled()]
      const code = person.code()
      const wrong = await login(other.email, { code })
      nothing(wrong)
      expect(wrong.status).toBe(401)
      expect((await login(person.email, { code })).status).toBe(200)
      const again = await login(person.email, { code })
      nothing(again)
      expect([again.status, again.body.errors[0].data.code]).toEqual([401, 'two-factor-wrong'])
    })

    it('takes a code of several at once by one of them alone', async () => {
      const person = await addEnrolled()
      const code = person.code()
      const answers = await Promise.all(Array.from({ length: 4 }, () => login(person.email, { code })))
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toEqual([200])
    })

    it('looks at five wrong codes, also at once, and then at none for a quarter of an hour', async () => {
      const person = await addEnrolled()
      await Promise.all(Array.from({ length: 5 }, (_, at) => login(person.email, { code: `00000${at}` })))
      const locked = await login(person.email, { code: person.code() })
      nothing(locked)
      expect([locked.status, locked.body.errors[0].data.code]).toEqual([429, 'two-factor-locked'])
      halfMinutes(31)
      expect((await login(person.email, { code: person.code() })).status).toBe(200)
    })

    it('lets in by each recovery code once, and says so in the history', async () => {
      const person = await addEnrolled()
      const [first = '', second = ''] = person.recoveryCodes
      expect(person.recoveryCodes).toHaveLength(10)
      expect((await login(person.email, { code: first.toUpperCase().replaceAll('-', ' ') })).status).toBe(200)
      expect((await login(person.email, { code: first })).status).toBe(401)
      const { body } = await login(person.email, { code: second })
      const status = await service.ask(
        'stranger',
        'GET',
        `/api/users/two-factor/status/${person.id}`,
        undefined,
        as(body.token),
      )
      expect(status.body).toEqual({ enrolled: true, recoveryCodesLeft: 8 })
      const { docs } = (await service.ask('admin', 'GET', `/api/audit?where[document][equals]=${person.id}`)).body
      const actions = docs.map(({ action }: { action: string }) => action)
      expect(actions).toEqual(expect.arrayContaining(['two-factor-on', 'recovery-code-used']))
      expect(JSON.stringify(docs)).not.toContain(first)
    })

    it('is not got round by a letter about a forgotten password', async () => {
      const person = await addEnrolled()
      const { token } = (await resetTokenFor(person.email)) ?? {}
      const reset = await post('/api/users/reset-password', { token, password: 'a-wholly-new-one' })
      nothing(reset)
      expect([reset.status, reset.body.user]).toEqual([200, null])
      const { sessions } = (await service.payload.db.findOne({
        collection: 'users',
        where: { id: { equals: person.id } },
      })) as unknown as { sessions?: unknown[] }
      expect(sessions ?? []).toEqual([])
      const alone = await post('/api/users/login', { email: person.email, password: 'a-wholly-new-one' })
      expect(alone.body.errors[0].data.code).toBe('two-factor-needed')
      const both = { email: person.email, password: 'a-wholly-new-one', code: person.code() }
      expect((await post('/api/users/login', both)).status).toBe(200)
    })

    it('is not got round by the same in GraphQL, for what stands beside it neither', async () => {
      const person = await addEnrolled()
      const { token } = (await resetTokenFor(person.email)) ?? {}
      const answer = await service.graphql(
        'stranger',
        `mutation {
          a: resetPasswordUser(token: "${token}", password: "a-wholly-new-one") { token }
          b: updateUser(id: "${person.id}", data: { name: "Taken over" }) { name }
        }`,
      )
      nothing(answer)
      expect(answer.body.data.b).toBeNull()
    })

    it('shows its secret once, keeps it sealed, and lets nobody read or write it', async () => {
      const person = await addEnrolled()
      const row = await service.payload.db.findOne({
        collection: 'second-factors',
        where: { id: { equals: person.id } },
      })
      const kept = JSON.stringify(row)
      for (const secret of [person.secret, Secret.fromBase32(person.secret).hex, ...person.recoveryCodes])
        expect(kept).not.toContain(secret)
      for (const who of ['admin', 'reviewer', 'editor', 'api', 'stranger'] as const) {
        for (const path of ['second-factors', `second-factors/${person.id}`, 'second-factors/count'])
          expect((await service.ask(who, 'GET', `/api/${path}`)).status).toBe(403)
        expect((await service.ask(who, 'PATCH', `/api/second-factors/${person.id}`, { failures: 0 })).status).toBe(403)
        expect((await service.ask(who, 'DELETE', `/api/second-factors/${person.id}`)).status).toBe(403)
        const users = await service.ask(who, 'GET', `/api/users/${person.id}?showHiddenFields=true`)
        expect(JSON.stringify(users.body)).not.toContain(person.secret)
      }
      const { body } = await service.graphql('admin', '{ __type(name: "SecondFactor") { name } }')
      expect(body.data?.__type ?? null).toBeNull()
    })

    it('begins in a session of a moment ago, and once', async () => {
      const person = await addPerson()
      halfMinutes(40)
      const late = await post('/api/users/two-factor/begin', {}, as(person.token))
      expect([late.status, late.body.errors[0].message]).toEqual([403, expect.stringContaining('log in again')])
      const enrolled = await enrol({ ...person, token: (await login(person.email)).body.token })
      expect((await post('/api/users/two-factor/begin', {}, as(enrolled.token))).status).toBe(409)
      expect((await post('/api/users/two-factor/confirm', { code: enrolled.code() }, as(enrolled.token))).status).toBe(
        409,
      )
    })

    it('ends other sessions when it comes on, and goes off by a code alone', async () => {
      const person = await addPerson()
      const elsewhere = (await login(person.email)).body.token
      const { token, code } = await enrol(person)
      expect([await me(elsewhere), (await me(token))?.id]).toEqual([null, person.id])
      expect((await post('/api/users/two-factor/remove', { code: '123456' }, as(token))).status).toBe(400)
      expect((await post('/api/users/two-factor/remove', {}, as(token))).status).toBe(400)
      expect((await post('/api/users/two-factor/remove', { code: code() }, as(token))).status).toBe(200)
      expect((await login(person.email)).status).toBe(200)
    })

    it('gives new recovery codes for a code, and the old ones are worth nothing', async () => {
      const person = await addEnrolled()
      const renewed = await post('/api/users/two-factor/recovery-codes', { code: person.code() }, as(person.token))
      expect(renewed.body.recoveryCodes).toHaveLength(10)
      expect((await login(person.email, { code: person.recoveryCodes[0] })).status).toBe(401)
      expect((await login(person.email, { code: renewed.body.recoveryCodes[0] })).status).toBe(200)
    })

    it('is reset by an administrator, for others alone, and logs them out', async () => {
      const person = await addEnrolled()
      const reset = (who: 'admin' | 'reviewer' | 'editor' | 'api' | 'stranger', id: string) =>
        service.ask(who, 'POST', '/api/users/two-factor/reset', { id })
      for (const who of ['reviewer', 'editor', 'api', 'stranger'] as const)
        expect([401, 403]).toContain((await reset(who, person.id)).status)
      const { docs } = (await service.ask('admin', 'GET', '/api/users?where[role][equals]=admin')).body
      expect((await reset('admin', docs[0].id)).status).toBe(400)
      expect((await reset('admin', 'nobody')).status).toBe(404)
      expect((await reset('admin', person.id)).status).toBe(200)
      expect(await me(person.token)).toBeNull()
      expect((await login(person.email)).status).toBe(200)
    })

    it('is reset by the operator’s command, for an administrator whom no other can help', {
      timeout: 120_000,
    }, async () => {
      const person = await addEnrolled({ role: 'admin' })
      const { DATABASE_URL = '', DATA_DIR = '', PAYLOAD_SECRET = '' } = process.env
      const settings = { DATABASE_URL, DATA_DIR, PAYLOAD_SECRET, LOG_LEVEL: 'error' }
      const wrong = await runScript('two-factor:reset', ['nobody@example.org'], settings)
      expect(wrong).toMatchObject({ code: 1, stderr: 'There is nobody with this e-mail address.\n' })
      expect((await runScript('two-factor:reset', [person.email.toUpperCase()], settings)).code).toBe(0)
      expect([await me(person.token), (await login(person.email)).status]).toEqual([null, 200])
      const { docs } = (await service.ask('admin', 'GET', `/api/audit?where[document][equals]=${person.id}`)).body
      const [reset] = docs.filter(({ action }: { action: string }) => action === 'two-factor-reset')
      expect(reset.actorName).toBe('Saphena')
    })

    it('tells how it stands to its owner and to administrators', async () => {
      const person = await addEnrolled()
      const status = (who: 'admin' | 'editor' | 'stranger') =>
        service.ask(who, 'GET', `/api/users/two-factor/status/${person.id}`)
      expect((await status('admin')).body).toEqual({ enrolled: true, recoveryCodesLeft: 10 })
      expect([(await status('editor')).status, (await status('stranger')).status]).toEqual([403, 401])
    })

    it('goes with its owner', async () => {
      const person = await addEnrolled()
      await service.ask('admin', 'DELETE', `/api/users/${person.id}`)
      const row = await service.payload.db.findOne({
        collection: 'second-factors',
        where: { id: { equals: person.id } },
      })
      expect(row).toBeNull()
    })
  })

  describe('where the organisation requires it', () => {
    const require = (requireTwoFactor: boolean) =>
      service.payload.updateGlobal({
        slug: 'organisation',
        data: { login: { requireTwoFactor } },
        overrideAccess: true,
      })
    afterEach(() => require(false))

    it('who is not enrolled does nothing but enrol, by whatever road', async () => {
      const boss = await addPerson({ role: 'admin' })
      await require(true)
      const ask = (method: string, path: string, body?: object) =>
        service.ask('stranger', method, path, body, as(boss.token))
      const symptom = { name: `Not to be made ${made}` }
      for (const [method, path, body] of [
        ['GET', '/api/users', undefined],
        ['POST', '/api/symptoms', symptom],
        ['PATCH', `/api/users/${boss.id}`, { name: 'Another name' }],
        ['GET', '/api/globals/organisation', undefined],
        ['POST', '/api/globals/organisation', { login: { requireTwoFactor: false } }],
        ['GET', '/api/audit', undefined],
        ['POST', '/api/users/two-factor/reset', { id: 'x' }],
      ] as const) {
        const { status, body: answer } = await ask(method, path, body)
        // of people he sees himself, as everybody does who is logged in
        if (status === 200) expect([path, answer.totalDocs]).toEqual(['/api/users', 1])
        else expect([path, status]).toEqual([path, 403])
      }
      const drafts = await ask('GET', '/api/articles?draft=true&where[_status][equals]=draft')
      expect(drafts.body.docs ?? []).toEqual([])
      const fresh = await service.graphql(
        'stranger',
        `mutation {
          a: loginUser(email: "${boss.email}", password: "${password}") { token }
          b: createSymptom(data: { name: "${symptom.name}" }) { id }
        }`,
      )
      expect([typeof fresh.body.data.a.token, fresh.body.data.b]).toEqual(['string', null])
      expect((await me(boss.token)).email).toBe(boss.email)

      const enrolled = await enrol(boss)
      expect((await service.ask('stranger', 'POST', '/api/symptoms', symptom, as(enrolled.token))).status).toBe(201)
    })

    it('an app’s key works on', async () => {
      await addPerson({ role: 'editor', enableAPIKey: true, apiKey: 'required-two-factor-KEY' })
      await require(true)
      const headers = { authorization: 'users API-Key required-two-factor-KEY' }
      expect((await service.ask('stranger', 'GET', '/api/audit', undefined, headers)).status).toBe(200)
      expect((await service.ask('stranger', 'POST', '/api/users/two-factor/begin', {}, headers)).status).toBe(403)
    })
  })

  describe('keys of apps', () => {
    const withKey = (key: string) =>
      service.ask('stranger', 'GET', '/api/users/me', undefined, { authorization: `users API-Key ${key}` })

    it('are kept as a hash alone, and are in no answer, not even to the one that makes them', async () => {
      const { id } = await addPerson({ role: 'api', enableAPIKey: true, apiKey: 'hashed-alone-KEY' })
      const row = (await service.payload.db.findOne({
        collection: 'users',
        where: { id: { equals: id } },
      })) as unknown as { apiKey: unknown; apiKeyIndex: string }
      expect(row.apiKey ?? null).toBeNull()
      expect(row.apiKeyIndex).toMatch(/^[0-9a-f]{64}$/)
      const changed = await service.ask('admin', 'PATCH', `/api/users/${id}`, { apiKey: 'hashed-anew-KEY' })
      expect(JSON.stringify(changed.body)).not.toContain('KEY')
      const { hasAPIKey } = (await service.ask('admin', 'GET', `/api/users/${id}`)).body
      expect([hasAPIKey, (await withKey('hashed-anew-KEY')).body.user?.id]).toEqual([true, id])
      for (const path of [`/api/users/${id}/api-key/reveal`, `/api/users/${id}?showHiddenFields=true`]) {
        const method = path.endsWith('reveal') ? 'POST' : 'GET'
        expect(JSON.stringify((await service.ask('admin', method, path)).body)).not.toMatch(/KEY|apiKeyIndex/)
      }
    })

    it('stand until the day that they are for', async () => {
      const until = new Date(Date.now() + 60_000).toISOString()
      const data = { role: 'api', enableAPIKey: true, apiKey: 'for-a-minute-KEY', apiKeyExpiresAt: until }
      const { id } = await addPerson(data)
      expect((await withKey('for-a-minute-KEY')).body.user?.id).toBe(id)
      halfMinutes(3)
      expect((await withKey('for-a-minute-KEY')).body.user).toBeNull()
      await service.ask('admin', 'PATCH', `/api/users/${id}`, { apiKeyExpiresAt: null })
      expect((await withKey('for-a-minute-KEY')).body.user?.id).toBe(id)
    })

    it('tell when they were last used, to a quarter of an hour, and to nobody’s harm', async () => {
      const { id } = await addPerson({ role: 'api', enableAPIKey: true, apiKey: 'last-used-KEY' })
      const look = async () => {
        const { apiKeyLastUsedAt, updatedAt } = (await service.ask('admin', 'GET', `/api/users/${id}`)).body
        return { at: apiKeyLastUsedAt ? Date.parse(apiKeyLastUsedAt) : undefined, updatedAt }
      }
      const before = await look()
      expect(before.at).toBeUndefined()
      const first = Date.now()
      await Promise.all([1, 2, 3].map(() => withKey('last-used-KEY')))
      await vi.waitFor(async () => expect((await look()).at).toBeGreaterThanOrEqual(first), 10_000)
      const noted = await look()
      expect(noted.updatedAt).toBe(before.updatedAt)
      halfMinutes(10)
      await withKey('last-used-KEY')
      expect((await look()).at).toBe(noted.at)
      halfMinutes(25)
      const later = Date.now()
      await withKey('last-used-KEY')
      await vi.waitFor(async () => expect((await look()).at).toBeGreaterThanOrEqual(later), 10_000)
      const forged = await service.ask('admin', 'PATCH', `/api/users/${id}`, {
        apiKeyLastUsedAt: '2001-01-01T00:00:00.000Z',
      })
      expect(forged.body.doc.apiKeyLastUsedAt).not.toContain('2001')
    })
  })

  describe('sessions', () => {
    it('end on every device with a change of role, and what was begun with the old role is over at once', async () => {
      const person = await addPerson({ role: 'reviewer' })
      const elsewhere = (await login(person.email)).body.token
      await service.ask('admin', 'PATCH', `/api/users/${person.id}`, { role: 'editor' })
      expect([await me(person.token), await me(elsewhere)]).toEqual([null, null])
      expect((await me((await login(person.email)).body.token)).role).toBe('editor')
    })

    it('stand through another change', async () => {
      const person = await addPerson({ role: 'reviewer' })
      await service.ask('admin', 'PATCH', `/api/users/${person.id}`, { name: 'Renamed', role: 'reviewer' })
      expect((await me(person.token)).name).toBe('Renamed')
    })

    it('end elsewhere with a change of password by oneself, and everywhere by an administrator', async () => {
      const person = await addPerson()
      const elsewhere = (await login(person.email)).body.token
      const changed = await service.ask(
        'stranger',
        'PATCH',
        `/api/users/${person.id}`,
        { password: 'another-password-1' },
        as(person.token),
      )
      expect(changed.status).toBe(200)
      expect([(await me(person.token))?.id, await me(elsewhere)]).toEqual([person.id, null])
      await service.ask('admin', 'PATCH', `/api/users/${person.id}`, { password: 'another-password-2' })
      expect(await me(person.token)).toBeNull()
    })

    it('end everywhere with a password that was forgotten', async () => {
      const person = await addPerson()
      const { token } = (await resetTokenFor(person.email)) ?? {}
      await post('/api/users/reset-password', { token, password: 'a-wholly-new-one' })
      expect(await me(person.token)).toBeNull()
    })

    it('of somebody who was deleted are dead', async () => {
      const person = await addPerson({ role: 'admin' })
      await service.ask('admin', 'DELETE', `/api/users/${person.id}`)
      expect(await me(person.token)).toBeNull()
      const refreshed = await post('/api/users/refresh-token', undefined, as(person.token))
      expect([401, 403]).toContain(refreshed.status)
      expect((await service.ask('stranger', 'GET', '/api/audit', undefined, as(person.token))).status).toBe(403)
    })

    it('that begin while a role or a password changes bring back neither, nor a session that has ended', async () => {
      const person = await addPerson({ role: 'reviewer' })
      const change = (data: object) => service.ask('admin', 'PATCH', `/api/users/${person.id}`, data)
      /** Changes it while Payload hashes the password of a login, once it has read whose it is. */
      const meanwhile = async (data: object): Promise<Answer> => {
        const read = vi.spyOn(service.payload.db, 'findOne')
        const loggingIn = login(person.email)
        await vi.waitFor(() => expect(read.mock.calls.length).toBeGreaterThanOrEqual(2), {
          timeout: 10_000,
          interval: 1,
        })
        read.mockRestore()
        await change(data)
        return loggingIn
      }
      await meanwhile({ role: 'editor' })
      expect((await service.ask('admin', 'GET', `/api/users/${person.id}`)).body.role).toBe('editor')
      expect(await me(person.token)).toBeNull()

      const late = await meanwhile({ password: 'changed-meanwhile' })
      expect(late.status === 200 ? await me(late.body.token) : null).toBeNull()
      expect((await login(person.email)).status).toBe(401)
      const { status } = await post('/api/users/login', { email: person.email, password: 'changed-meanwhile' })
      expect(status).toBe(200)
    })

    it.each(['logout', 'refresh-token'])(
      'that begin while another one is at %s stand beside what that leaves',
      async (road) => {
        const person = await addPerson()
        const { db } = service.payload
        const findOne = db.findOne.bind(db)
        let meanwhile: Promise<Answer> | undefined
        // Payload looks at whoever asks, then at what sessions there are.
        const reading = vi.spyOn(db, 'findOne').mockImplementation((async (args: Parameters<typeof findOne>[0]) => {
          const found = await findOne(args)
          if (reading.mock.calls.length === 2) {
            meanwhile = login(person.email)
            // On SQLite it waits for the one that writes.
            await Promise.race([meanwhile, wait(2_000)])
          }
          return found
        }) as never)
        expect((await post(`/api/users/${road}`, undefined, as(person.token))).status).toBe(200)
        reading.mockRestore()
        const begun = await meanwhile
        expect([begun?.status, (await me(begun?.body.token))?.id]).toEqual([200, person.id])
        expect((await me(person.token))?.id).toBe(road === 'logout' ? undefined : person.id)
      },
    )

    it('of several who log in and out at once are all begun and all ended', async () => {
      const { email, id } = await addPerson()
      const logIn = async () => (await service.payload.login({ collection: 'users', data: { email, password } })).token
      const before = [await logIn(), await logIn()] as string[]
      const [begun] = await Promise.all([
        Promise.all([logIn(), logIn(), logIn()]),
        ...before.map((token) => post('/api/users/logout', undefined, as(token))),
      ])
      for (const token of begun) expect((await me(token as string))?.id).toBe(id)
      for (const token of before) expect(await me(token)).toBeNull()
    })

    it('are not touched by a wrong password, nor is anything but the count of tries', async () => {
      const person = await addPerson()
      const stored = () =>
        service.payload.db.findOne<{ id: string; loginAttempts: number }>({
          collection: 'users',
          where: { id: { equals: person.id } },
        })
      const before = await stored()
      expect((await post('/api/users/login', { email: person.email, password: 'wrong' })).status).toBe(401)
      expect(await stored()).toEqual({ ...before, loginAttempts: 1, updatedAt: expect.anything() })
      expect((await me(person.token))?.id).toBe(person.id)
    })

    it('are not kept up by a token that was logged out', async () => {
      const person = await addPerson()
      await post('/api/users/logout', undefined, as(person.token))
      expect([401, 403]).toContain((await post('/api/users/refresh-token', undefined, as(person.token))).status)
    })
  })

  describe('who tries', () => {
    it('from one address is stopped there, and nobody else by that', async () => {
      const { email } = await addPerson()
      const { body } = await service.ask('admin', 'GET', '/api/users?limit=1')
      expect(body.docs).toHaveLength(1)
      for (let tried = 0; tried < 5; tried++) await post('/api/users/login', { email, password: 'wrong' })
      expect((await login(email)).status).toBe(429)
      // Payload's own login, as from elsewhere: the account itself is not locked
      const elsewhere = await service.payload.login({ collection: 'users', data: { email, password } })
      expect(elsewhere.token).toEqual(expect.any(String))
    })

    it('from everywhere keeps nobody out where he is known, and elsewhere until an administrator unlocks', async () => {
      const { email } = await addPerson()
      expect(await loginFrom('2001:db8:1::/64', email, password)).toBe(200)
      const wrong = (times: number) =>
        hashOnce(() =>
          Promise.all(
            Array.from({ length: times }, (_, at) =>
              loginFrom(`2001:db8:${100 + (at % 20)}::/64`, email, 'not-the-one'),
            ),
          ),
        )
      expect(await wrong(60)).toEqual(Array(60).fill(401))
      halfMinutes(20)
      expect(await wrong(100)).toEqual(Array(100).fill(401))
      expect(await loginFrom('2001:db8:2::/64', email, password)).toBe(429)
      expect(await loginFrom('2001:db8:1::/64', email, password)).toBe(200)
      await service.ask('admin', 'POST', '/api/users/unlock', { email })
      expect(await loginFrom('2001:db8:2::/64', email, password)).toBe(200)
    })

    it('rightly is let in without waiting for what is counted of him', async () => {
      const { email } = await addPerson()
      const stopSharing = rateCounts.shareBy(rateStoreOf(service.payload), () => {})
      const began = performance.now()
      const statuses = await hashOnce(async () => {
        const each: number[] = []
        for (let times = 0; times < 6; times++) each.push(await loginFrom('192.0.2.8', email, password))
        return each
      })
      const took = performance.now() - began
      await stopSharing()
      // Each begins anew what is counted: the sixth is no try too many.
      expect(statuses).toEqual(Array(6).fill(200))
      expect(took).toBeLessThan(4_000)
    })

    it('is let in and counted once, by whatever road, where the login meets other writes of the same', async () => {
      const { email } = await addPerson()
      const { repeatConflicts } = await import('../src/http/repeatConflicts')
      const { createGraphql } = await import('../src/graphql/createGraphql')
      const { payload } = service
      const config = Promise.resolve(payload.config)
      const graphql = createGraphql({
        payload,
        logger: pino({ level: 'silent' }),
        introspection: false,
        production: true,
      })
      const conflict = Object.assign(new Error('from the server'), { code: 112 })
      for (const [path, handler, body] of [
        ['/api/users/login', (request: Request) => handleEndpoints({ config, request }), { email, password }],
        [
          '/api/graphql',
          graphql,
          { query: `mutation { loginUser(email: "${email}", password: "${password}") { token } }` },
        ],
      ] as const) {
        const counting = vi.spyOn(loginTries, 'take')
        const meeting = vi.spyOn(payload.db, 'updateOne')
        meeting.mockRejectedValueOnce(conflict).mockRejectedValueOnce(conflict)
        const request = new Request(`http://localhost${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [askerHeader]: '192.0.2.7' },
          body: JSON.stringify(body),
        })
        const answer = await (await repeatConflicts(handler)(request)).text()
        expect([answer.includes('token":"'), meeting.mock.calls.length]).toEqual([true, 3])
        expect(counting).toHaveBeenCalledTimes(1)
        meeting.mockRestore()
        counting.mockRestore()
      }
    })

    it('cannot tell an account that is none from one that is, nor from one that is locked: by words or by time', async () => {
      const [known, locked] = [await addPerson(), await addPerson()]
      await service.payload.db.updateOne({
        collection: 'users',
        id: locked.id,
        data: { lockUntil: new Date(Date.now() + 600_000).toISOString(), loginAttempts: 100 },
        returning: false,
      })
      const timed = async (email: string, road: 'rest' | 'graphql') => {
        const began = performance.now()
        const answer =
          road === 'rest'
            ? await post('/api/users/login', { email, password: 'not-the-password' })
            : await service.graphql('stranger', `mutation { loginUser(email: "${email}", password: "no") { token } }`)
        return { said: [answer.status, answer.body], took: performance.now() - began }
      }
      for (const road of ['rest', 'graphql'] as const) {
        const answers = [
          await timed(known.email, road),
          await timed('nobody@example.org', road),
          await timed(locked.email, road),
        ]
        expect(answers.map(({ said }) => said)).toEqual(Array(3).fill(answers[0]?.said))
        // None of them before the time that each of them takes.
        for (const { took } of answers) expect(took).toBeGreaterThanOrEqual(690)
      }
    })

    it('one password on everybody is stopped too, also where each is a field of one GraphQL document', async () => {
      halfMinutes(3)
      const fields = (from: number) =>
        Array.from(
          { length: 30 },
          (_, at) => `a${at}: loginUser(email: "p${from + at}@example.org", password: "") { token }`,
        )
      const statuses: unknown[] = []
      for (let from = 0; from < 150; from += 30) {
        const { body } = await service.graphql('stranger', `mutation { ${fields(from).join(' ')} }`)
        statuses.push(
          ...body.errors.map(({ extensions }: { extensions: { statusCode: number } }) => extensions.statusCode),
        )
      }
      expect(statuses).toEqual([...Array(120).fill(400), ...Array(30).fill(429)])
      halfMinutes(3)
    })

    it('asks for no more than five letters, for an account that is none as for one that is', async () => {
      const { email } = await addPerson()
      for (const whose of [email, 'nobody-at-all@example.org']) {
        const statuses: number[] = []
        for (let asked = 0; asked < 6; asked++)
          statuses.push((await post('/api/users/forgot-password', { email: whose })).status)
        expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
      }
      const { body } = await service.graphql('stranger', `mutation { forgotPasswordUser(email: "${email}") }`)
      expect(body.errors[0].extensions.statusCode).toBe(429)
    })

    it('is not kept waiting by a letter, and so does not learn that it is sent', async () => {
      const { email } = await addPerson()
      let handIn = () => {}
      const slow = vi.spyOn(service.payload.email, 'sendEmail').mockReturnValueOnce(
        new Promise<void>((resolve) => {
          handIn = resolve
        }),
      )
      expect((await post('/api/users/forgot-password', { email })).status).toBe(200)
      await vi.waitFor(() => expect(slow).toHaveBeenCalled(), 10_000)
      handIn()
      slow.mockRestore()
    })
  })

  async function loginFrom(asker: string, email: string, word: string): Promise<number> {
    const request = new Request('http://localhost/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', [askerHeader]: asker },
      body: JSON.stringify({ email, password: word }),
    })
    return (await handleEndpoints({ config: Promise.resolve(service.payload.config), request })).status
  }

  async function resetTokenFor(email: string): Promise<{ token: string } | undefined> {
    const sent = vi.spyOn(service.payload.email, 'sendEmail')
    await post('/api/users/forgot-password', { email })
    await vi.waitFor(() => expect(sent).toHaveBeenCalled(), 10_000)
    const [message] = sent.mock.lastCall as [{ html: string }]
    sent.mockRestore()
    const token = /reset\/([0-9a-f]{40})"/.exec(message.html)?.[1]
    return token ? { token } : undefined
  }
})
