import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'
import type { S3Settings } from '../env/mediaSettings'
import type { MediaStore } from './mediaStore'
import { s3ClientConfig } from './s3ClientConfig'

/** Objects of a bucket, each named as its file. */
export function bucketStore(s3: S3Settings): MediaStore {
  const client = new S3Client(s3ClientConfig(s3))
  const { bucket: Bucket } = s3
  return {
    place: `the bucket ${Bucket}`,
    list: async () => {
      const names = new Set<string>()
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key } of Contents) if (Key !== undefined) names.add(Key)
      return names
    },
    read: async (Key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
        return Body as Readable | undefined
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    keep: async (Key, path, ContentType) => {
      const { size: ContentLength } = await stat(path)
      await client.send(new PutObjectCommand({ Bucket, Key, Body: createReadStream(path), ContentLength, ContentType }))
    },
  }
}
