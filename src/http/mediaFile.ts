import type { Request } from 'express'

/** In whatever case: Payload takes it all the same. */
export const isMediaFile = ({ baseUrl, path }: Pick<Request, 'baseUrl' | 'path'>): boolean =>
  /^\/api\/media\/file\//i.test(baseUrl + path)
