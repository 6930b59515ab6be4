import { z } from 'zod'
import { type AccountSettings, toAccountSettings } from './accountSettings'
import { type DatabaseSettings, toDatabaseSettings } from './databaseSettings'
import { type MediaSettings, toMediaSettings } from './mediaSettings'
import { type ObservabilitySettings, toObservabilitySettings } from './observabilitySettings'
import { type OutgoingSettings, toOutgoingSettings } from './outgoingSettings'
import { type ReaderSettings, toReaderSettings } from './readerSettings'
import { readFiles } from './readFiles'
import { type ServerSettings, toServerSettings } from './serverSettings'
import { variables } from './variables'

/**
 * One settings object from the environment: typed, validated, frozen. Nothing else reads `process.env`.
 * Every variable has one sentence on how to choose a value; `.env.example` carries the same sentences and a test keeps them alike.
 */
export interface Settings
  extends ServerSettings,
    DatabaseSettings,
    AccountSettings,
    MediaSettings,
    ReaderSettings,
    OutgoingSettings,
    ObservabilitySettings {}

/** @throws InvalidSettings */
export function readSettings(environment: Record<string, string | undefined> = process.env): Readonly<Settings> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const { values, complaints } = readFiles(given)
  const parsed = schema.safeParse({ ...given, ...values })
  if (!parsed.success)
    complaints.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  if (!parsed.success || complaints.length > 0)
    throw new InvalidSettings(`Cannot start, these settings are invalid: ${[...new Set(complaints)].join('; ')}`)
  const value = parsed.data
  const server = toServerSettings(value)
  return Object.freeze({
    ...server,
    ...toDatabaseSettings(value),
    ...toAccountSettings(value),
    ...toMediaSettings(value),
    ...toReaderSettings(value, server.production),
    ...toOutgoingSettings(value),
    ...toObservabilitySettings(value),
  })
}

/** Thrown when a variable has a value that cannot be used; the message is one line and names every one of them. */
export class InvalidSettings extends Error {
  override name = 'InvalidSettings'
}

/** Each variable by itself, and what several have to agree on. */
const schema = z
  .object(variables)
  .refine(({ S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret }) => Boolean(id) === Boolean(secret), {
    path: ['S3_ACCESS_KEY_ID'],
    message: 'and S3_SECRET_ACCESS_KEY go together: give both, or none',
  })
  .refine((given) => given.WORKERS === 1 || !given.METRICS_TOKEN || given.METRICS_PORT !== undefined, {
    path: ['METRICS_PORT'],
    message: 'is needed where WORKERS is more than 1, since each process has metrics of its own',
  })
