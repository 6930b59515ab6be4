import { z } from 'zod'
import { flag, type ValuesOf, webAddress } from './kinds'

/** Where media files lie. */
export interface MediaSettings {
  /** Undefined: in `dataDir`. */
  s3: S3Settings | undefined
}

export interface S3Settings {
  bucket: string
  /** Undefined: Amazon's own. */
  endpoint: string | undefined
  region: string
  /** Undefined: the machine's own role. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
  forcePathStyle: boolean
}

export const mediaVariables = {
  S3_BUCKET: z
    .string()
    .min(3, 'must be the name of a bucket')
    .optional()
    .describe(
      'A bucket of its own for media files, on Amazon S3 or what speaks its protocol, open to nobody else: for several machines that share no folder; without it they lie in DATA_DIR/media.',
    ),
  S3_ENDPOINT: webAddress
    .optional()
    .describe('Where the bucket is, such as https://s3.example.org; without it Amazon’s own address in S3_REGION.'),
  S3_REGION: z
    .string()
    .min(1)
    .default('us-east-1')
    .describe('The bucket’s region; most other servers than Amazon’s take any.'),
  S3_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe('The access key for the bucket; without it the machine’s own role is used, as on Amazon’s servers.'),
  S3_SECRET_ACCESS_KEY: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The secret of that access key; it needs to list the bucket and to get, put and delete objects, and no more.',
    ),
  S3_FORCE_PATH_STYLE: flag
    .default(false)
    .describe(
      'true names the bucket in the path and not in the host name, as MinIO, Ceph and most other servers want it.',
    ),
} as const

export function toMediaSettings(value: ValuesOf<typeof mediaVariables>): MediaSettings {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = value
  if (!bucket) return { s3: undefined }
  const s3: S3Settings = {
    bucket,
    endpoint: value.S3_ENDPOINT,
    region: value.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    forcePathStyle: value.S3_FORCE_PATH_STYLE,
  }
  return { s3: Object.freeze(s3) }
}
