import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses; kept nowhere, so that who reads the database cannot open a draft. */
export const makeShareToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. Without a salt: it is as random as its hash. */
export const shareTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

export const isShareToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token)
