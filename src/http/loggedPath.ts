import type { Request } from 'express'

/**
 * The path of a request as the log may have it: without the query, and without the token by which a shared draft is opened or a forgotten
 * password set, in whatever case and with however many slashes the rest is written. Wherever these stand: where Next fails, Express has put
 * `/admin` before the whole path.
 */
export const loggedPath = ({ path }: Pick<Request, 'path'>): string =>
  path.replace(/(\/+(?:share|admin\/+reset)\/+)[^/]+/i, '$1…')
