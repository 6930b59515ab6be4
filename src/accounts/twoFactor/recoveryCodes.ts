import { Secret } from 'otpauth'

const howMany = 10
const length = 16

/** Codes for the day on which the phone is lost: each lets its owner in once. 80 random bits, in letters and digits that are told apart. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => {
    const code = new Secret({ size: 10 }).base32.toLowerCase()
    return code.replace(/(.{4})(?=.)/g, '$1-')
  })

/** A recovery code without what people write between its groups; undefined for what cannot be one. */
export function plainRecoveryCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, '')
  return code.length === length && /^[a-z2-7]+$/.test(code) ? code : undefined
}
