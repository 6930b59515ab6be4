import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keys of their own for each purpose, so that what signs sessions is nowhere else in use. */
const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `saphena ${purpose}`, 32))

const sealKey = (secret: string): Buffer => keyFor(secret, 'two-factor secret')

/**
 * What an authenticator app shares with the server, as the database may hold it (AES-256-GCM). It is bound to the person: copied to
 * another row it does not open.
 *
 * @param secret the installation's
 */
export function sealSecret(secret: string, person: string, words: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealKey(secret), nonce).setAAD(Buffer.from(person))
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @returns undefined where it was sealed under another secret of the installation, or for somebody else */
export function openSecret(secret: string, person: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealKey(secret), bytes.subarray(0, 12))
      .setAAD(Buffer.from(person))
      .setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined // the tag does not fit, and GCM says no more than that
  }
}

/** A recovery code as the database may hold it. It has 80 random bits, so that a plain keyed hash cannot be guessed back. */
export const recoveryHash = (secret: string, person: string, code: string): string =>
  createHmac('sha256', keyFor(secret, 'recovery codes')).update(`${person}\n${code}`).digest('base64url')
