import type { RequestHandler } from 'express'
import { isMediaFile } from './mediaFile'

/**
 * What is between us and who asks may keep an answer by what its address ends in, for everybody. An answer to somebody who says who he is
 * is his alone; a file that strangers may see is asked for anew each time, since it may be withdrawn. What answers may say otherwise.
 */
export const keepFromCaches: RequestHandler = (req, res, next) => {
  const { cookie, authorization } = req.headers
  if (cookie !== undefined || authorization !== undefined) res.setHeader('Cache-Control', 'private, no-store')
  else if (isMediaFile(req)) res.setHeader('Cache-Control', 'public, no-cache')
  next()
}
