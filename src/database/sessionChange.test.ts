import { describe, expect, it } from 'vitest'
import { type Session, sessionChange } from './sessionChange'

const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
/** As it is read. */
const session = (id: string, minutes = 60): Session => ({
  id,
  createdAt: at(-1).toISOString(),
  expiresAt: at(minutes).toISOString(),
})
const begun = (id: string): Session => ({ id, createdAt: at(0), expiresAt: at(60) })
const ids = (sessions: Session[] | undefined) => sessions?.map(({ id }) => id)
const asker = (...known: string[]) => ({ user: { sessions: known.map((id) => session(id)) } }) as never
/** Another login came in between. */
const now = { hash: 'h', sessions: [session('a'), session('b'), session('between'), session('over', -1)] }

describe('What Payload writes for the sake of sessions', () => {
  it('is one more after a login, beside those that stand by then', () => {
    const change = sessionChange({ hash: 'h', updatedAt: null, sessions: [session('ended'), begun('new')] }, {})
    expect(ids(change?.(now))).toEqual(['a', 'b', 'between', 'new'])
    expect(ids(change?.({ hash: 'h' }))).toEqual(['new'])
  })

  it('is none after a login by a password that is not the one any more', () => {
    const change = sessionChange({ hash: 'old', updatedAt: null, sessions: [begun('new')] }, {})
    expect(() => change?.(now)).toThrow('email or password')
    expect(() => change?.(null)).toThrow('email or password')
  })

  it('is one less after a logout, and after one everywhere all that there were when it was asked for', () => {
    const one = sessionChange({ updatedAt: null, sessions: [session('b')] }, asker('a', 'b'))
    expect(ids(one?.(now))).toEqual(['b', 'between'])
    const all = sessionChange({ updatedAt: null, sessions: [] }, asker('a', 'b'))
    expect(ids(all?.(now))).toEqual(['between'])
  })

  it('is a longer one, and never one that has ended', () => {
    const prolonged = { ...session('a'), expiresAt: at(600) }
    const change = sessionChange({ updatedAt: null, sessions: [prolonged, session('b')] }, asker('a', 'b'))
    expect(change?.(now).map(({ id, expiresAt }) => [id, new Date(expiresAt) > at(120)])).toEqual([
      ['a', true],
      ['b', false],
      ['between', false],
    ])
    expect(ids(change?.({ sessions: [session('b')] }))).toEqual(['b'])
  })

  it('is the end of the one that was begun, where the login is refused in the end', () => {
    const context = {}
    sessionChange({ hash: 'h', updatedAt: null, sessions: [session('a'), begun('new')] }, { context })
    const written = { _strategy: 'local-jwt', updatedAt: null, sessions: [session('a')] }
    const change = sessionChange(written, { context })
    expect(ids(change?.({ ...now, sessions: [...now.sessions, session('new')] }))).toEqual(['a', 'b', 'between'])
  })

  it('is the end of all that are not named, where an account is locked: nothing else of a wrong password is kept', () => {
    const locked = { _strategy: 'local-jwt', hash: 'h', updatedAt: at(0).toISOString(), sessions: [session('a')] }
    expect(ids(sessionChange(locked, undefined)?.(now))).toEqual(['a'])
  })

  it('is nothing else: not what says itself which sessions there shall be', () => {
    expect(sessionChange({ sessions: [] }, asker('a'))).toBeUndefined()
    expect(sessionChange({ updatedAt: at(0).toISOString(), sessions: [session('a')] }, asker('a'))).toBeUndefined()
    expect(sessionChange({ updatedAt: null }, asker('a'))).toBeUndefined()
  })
})
