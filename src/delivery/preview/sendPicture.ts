import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { BasePayload } from 'payload'
import type { Draft } from '../../editorial/preview/readDraft'
import { sendProblem } from '../../http/problem'
import { mediaStore } from '../../media/mediaStore'
import { settings } from '../../settings'
import { picturesIn } from './populateDraft'

const store = mediaStore(settings)

/** A picture that a draft shows, published or not; nothing else of the media is to be had by a link to the draft. */
export async function sendPicture(
  payload: BasePayload,
  draft: Draft | undefined,
  id: string,
  res: Response,
): Promise<void> {
  const media = draft && picturesIn(payload, draft).has(id) ? await findMedia(payload, id) : undefined
  const file = media?.filename && media.mimeType?.startsWith('image/') && (await store.read(media.filename))
  if (!file) {
    sendProblem(res, 404, 'not-found', 'There is no such picture')
    return
  }
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.type(media.mimeType ?? '')
  try {
    await pipeline(file, res)
  } catch (error) {
    // The reader went away in the middle: there is nobody left to answer.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
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
