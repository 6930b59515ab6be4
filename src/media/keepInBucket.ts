import type { CollectionConfig, Config, Plugin } from 'payload'
import type { S3Settings } from '../env/mediaSettings'
import { readStoredFile } from './readStoredFile'
import { s3ClientConfig } from './s3ClientConfig'

/**
 * Keeps media files in a bucket. They are served by Saphena itself, under the same addresses and the same rules as from a folder, so that
 * the bucket can be closed to everybody else and what is no longer shown is out of reach at once.
 */
export const keepInBucket =
  (s3: S3Settings): Plugin =>
  async (config) => {
    // Loaded where there is a bucket, and nowhere else.
    const { s3Storage } = await import('@payloadcms/storage-s3')
    const storing = s3Storage({ bucket: s3.bucket, config: s3ClientConfig(s3), collections: { media: true } })
    // What it adds to the admin is for uploads that go past the server, which there are none of.
    const { collections = [], ...rest }: Config = await storing({ ...config, admin: {} })
    return { ...rest, admin: config.admin ?? {}, collections: collections.map(adjust) }
  }

function adjust(collection: CollectionConfig): CollectionConfig {
  if (collection.slug !== 'media') return collection
  const { hooks, fields } = collection
  return {
    ...collection,
    // For such uploads too; without it the database is the same with a bucket and without.
    fields: fields.filter((field) => !('name' in field && field.name === '_objectKey')),
    hooks: { ...hooks, beforeOperation: [...(hooks?.beforeOperation ?? []), readStoredFile(collection.slug)] },
    // Payload would fetch the file from its own public address, and may not be let there.
    disableDuplicate: true,
  }
}
