import { startJavaServer } from './javaServer'

export interface S3Server {
  /** What a process is told to keep its media files in the server's bucket. */
  settings: Record<string, string>
  stop(): Promise<void>
}

/** A server that speaks S3 (Adobe's S3Mock), with one empty bucket, on 127.0.0.1. It takes any key. */
export async function startS3Server(): Promise<S3Server> {
  const bucket = 'media'
  const { port, stop } = await startJavaServer('s3-server', bucket)
  return {
    settings: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'for-tests',
      S3_SECRET_ACCESS_KEY: 'only-for-tests',
      S3_FORCE_PATH_STYLE: 'true',
    },
    stop,
  }
}
