import type { Config } from 'payload'

/**
 * The asker's own mistakes are answered and not logged: they would hold what he asked for. Our own errors are among them, of which
 * Payload's type knows nothing.
 */
export const loggingLevels = {
  BadRequest: false,
  QueryError: false,
  ValidationError: false,
  PreflightError: false,
  ConflictError: false,
  Forbidden: false,
  NotFound: false,
  // A login that fails is worth a line, and no more: whose it was is not said.
  AuthenticationError: 'info',
  LockedAuth: 'info',
  CodeNeeded: false,
  WrongCode: 'info',
  CodesLocked: 'warn',
  TooManyTries: 'warn',
} as NonNullable<Config['loggingLevels']>
