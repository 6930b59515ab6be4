import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { CollectionConfig } from 'payload'
import type { Settings } from '../env/readSettings'
import { bucketStore } from './bucketStore'
import { folderStore } from './folderStore'

/** Where the files of media documents lie. Payload writes and serves them by itself; this is for all else that needs them. */
export interface MediaStore {
  /** What people know it by. */
  place: string
  /** The names of all files. */
  list(): Promise<Set<string>>
  /** @returns undefined where there is no such file */
  read(name: string): Promise<Readable | undefined>
  /** Puts a file of this machine there. What had its name until then is replaced, and nobody sees half of it. */
  keep(name: string, path: string, mimeType: string): Promise<void>
}

export const mediaFolder = (dataDir: string): string => join(dataDir, 'media')

export const mediaStore = ({ dataDir, s3 }: Pick<Settings, 'dataDir' | 's3'>): MediaStore =>
  s3 ? bucketStore(s3) : folderStore(mediaFolder(dataDir))

/** Has Payload keep the files of a collection there. */
export function withMediaFolder(collection: CollectionConfig, dataDir: string): CollectionConfig {
  const upload = typeof collection.upload === 'object' ? collection.upload : {}
  return { ...collection, upload: { ...upload, staticDir: mediaFolder(dataDir) } }
}
