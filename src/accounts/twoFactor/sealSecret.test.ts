import { describe, expect, it } from 'vitest'
import { makeRecoveryCodes, plainRecoveryCode } from './recoveryCodes'
import { openSecret, recoveryHash, sealSecret } from './sealSecret'

describe('What the database holds of a second factor', () => {
  const sealed = sealSecret('of the installation', 'ann', 'JBSWY3DPEHPK3PXP')

  it('opens for whom it was sealed, and with the installation’s secret alone', () => {
    expect(openSecret('of the installation', 'ann', sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(openSecret('of the installation', 'bob', sealed)).toBeUndefined()
    expect(openSecret('of another one', 'ann', sealed)).toBeUndefined()
    expect(openSecret('of the installation', 'ann', `${sealed.slice(0, -4)}AAAA`)).toBeUndefined()
    expect(openSecret('of the installation', 'ann', '')).toBeUndefined()
  })

  it('is another one each time', () => {
    expect(sealSecret('of the installation', 'ann', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
  })

  it('is of a recovery code a hash that another person or installation does not have', () => {
    const hashes = [
      recoveryHash('one', 'ann', 'code'),
      recoveryHash('one', 'bob', 'code'),
      recoveryHash('two', 'ann', 'code'),
    ]
    expect(new Set(hashes).size).toBe(3)
    expect(recoveryHash('one', 'ann', 'code')).toBe(hashes[0])
  })
})

describe('Recovery codes', () => {
  it('are ten, each another one, and are read however they are typed', () => {
    const codes = makeRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
      const plain = code.replaceAll('-', '')
      for (const typed of [code, plain, code.toUpperCase(), ` ${code.replaceAll('-', ' ')} `])
        expect(plainRecoveryCode(typed)).toBe(plain)
    }
  })

  it.each(['', '123456', 'abcd-efgh-ijkl-mno1', 'abcd-efgh-ijkl-mnop-qrst'])('are not %j', (typed) =>
    expect(plainRecoveryCode(typed)).toBeUndefined(),
  )
})
