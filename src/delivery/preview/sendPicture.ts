import { resolve } from 'node:path'
import type { Response } from 'express'
import type { BasePayload } from 'payload'
import type { Draft } from '../../editorial/preview/readDraft'
import { sendProblem } from '../../http/problem'
import { picturesIn } from './populateDraft'

/** A picture that a draft shows, published or not; nothing else of the media is to be had by a link to the draft. */
export async function sendPicture(
  payload: BasePayload,
  draft: Draft | undefined,
  id: string,
  res: Response,
): Promise<void> {
  const media = draft && picturesIn(payload, draft).has(id) ? await findMedia(payload, id) : undefined
  if (!media?.filename || !media.mimeType?.startsWith('image/')) {
    sendProblem(res, 404, 'not-found', 'There is no such picture')
    return
  }
  const { staticDir } = payload.collections.media.config.upload
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.type(media.mimeType)
  await new Promise<void>((done, fail) => {
    res.sendFile(
      media.filename ?? '',
      { root: resolve(staticDir ?? ''), cacheControl: false, etag: false },
      (error) => {
        if (!error || res.headersSent) done()
        else fail(error)
      },
    )
  })
}

async function findMedia(payload: BasePayload, id: string) {
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { equals: id } },
    select: { filename: true, mimeType: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0]
}
