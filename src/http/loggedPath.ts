import type { Request } from 'express'

/**
 * The path of a request as the log may have it: without the query, and without the token by which a shared draft is opened, in whatever
 * case the rest is written.
 */
export const loggedPath = ({ path }: Pick<Request, 'path'>): string => path.replace(/^(\/share\/)[^/]+/i, '$1…')
