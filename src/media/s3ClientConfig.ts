import type { S3ClientConfig } from '@aws-sdk/client-s3'
import type { S3Settings } from '../env/mediaSettings'

// Of later versions than the one in package.json; this one runs on Node 20.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

export const s3ClientConfig = ({ endpoint, region, credentials, forcePathStyle }: S3Settings): S3ClientConfig => ({
  region,
  forcePathStyle,
  ...(endpoint ? { endpoint } : {}),
  ...(credentials ? { credentials } : {}),
  // What not every server beside Amazon's understands, and Amazon's does not ask for.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})
