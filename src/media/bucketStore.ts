import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { S3Settings } from '../env/mediaSettings'
import type { MediaStore } from './mediaStore'
import { s3ClientConfig } from './s3ClientConfig'

/** Objects of a bucket, each named as its file. What speaks to it is loaded where there is one, and nowhere else. */
export function bucketStore(s3: S3Settings): MediaStore {
  const opened = open(s3)
  const { bucket: Bucket } = s3
  return {
    place: `the bucket ${Bucket}`,
    list: async () => {
      const { client, paginateListObjectsV2 } = await opened
      const names = new Set<string>()
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key } of Contents) if (Key !== undefined) names.add(Key)
      return names
    },
    read: async (Key) => {
      const { client, GetObjectCommand, NoSuchKey } = await opened
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
        return Body as Readable | undefined
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    keep: async (Key, path, ContentType) => {
      const { client, PutObjectCommand } = await opened
      const { size: ContentLength } = await stat(path)
      await client.send(new PutObjectCommand({ Bucket, Key, Body: createReadStream(path), ContentLength, ContentType }))
    },
  }
}

async function open(s3: S3Settings) {
  const sdk = await import('@aws-sdk/client-s3')
  return { ...sdk, client: new sdk.S3Client(s3ClientConfig(s3)) }
}
