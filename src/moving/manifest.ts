import { createHmac } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { migrations } from '../database/migrations'
import { mongoMigrations } from '../database/mongoMigrations'
import { DamagedExport } from './DamagedExport'
import { digestOf } from './digestOf'

export const formatVersion = 2
/** The first one, whose manifest has no digest, is read too. */
export const readFormats: readonly number[] = [1, formatVersion]
export const manifestFile = 'manifest.json'

export interface FileMark {
  sha256: string
  bytes: number
}

/** What an export says of itself. It is written last: a folder without one is not whole. */
export interface Manifest {
  format: number
  /** The export's own; all else is the same for the same content. */
  made: { at: string; database: 'sqlite' | 'mongodb'; digest?: string }
  /** The migrations that the content has seen. */
  schema: { sqlite: string[]; mongodb: string[] }
  /** Tells whether another installation has the same secret, without telling the secret. */
  secret: string
  /** The last position of the publish log that was given. */
  lastPosition: number
  /** By the file's name. */
  files: Record<string, FileMark & { lines: number }>
  media: Record<string, FileMark>
  /** Files of media documents that were not there to be copied. */
  missingMedia: string[]
}

export const thisSchema = (): Manifest['schema'] => ({
  sqlite: migrations.map(({ name }) => name),
  mongodb: mongoMigrations.map(({ name }) => name),
})

export const markSecret = ({ secret }: Pick<BasePayload, 'secret'>): string =>
  createHmac('sha256', secret).update('saphena export').digest('hex').slice(0, 16)

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const sealed = { ...manifest, made: { ...manifest.made, digest: digestWithin(manifest) } }
  const draft = join(folder, `${manifestFile}.unfinished`)
  await writeFile(draft, `${JSON.stringify(sealed, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, join(folder, manifestFile))
}

/** @throws DamagedExport */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => {
    throw new DamagedExport(manifestFile, 'is not there: this is no export, or one that was interrupted')
  })
  const manifest = parse(text)
  if (!manifest?.files || !manifest.media) throw new DamagedExport(manifestFile, 'cannot be read')
  const digest = manifest.made?.digest
  if (digest === undefined ? manifest.format !== 1 : digest !== digestWithin(manifest))
    throw new DamagedExport(manifestFile, 'is damaged: its checksum is not the one of when it was written')
  return manifest
}

function parse(text: string): Manifest | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of everything in a manifest but itself. */
const digestWithin = (manifest: Manifest): string =>
  digestOf({ ...manifest, made: { ...manifest.made, digest: undefined } })
