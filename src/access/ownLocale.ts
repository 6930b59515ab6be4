import { isolateObjectProperty, type PayloadRequest } from 'payload'

/**
 * The request for a Local API call beside the one that is being answered. Payload's Local API sets `locale` and
 * `fallbackLocale` on the request that it is handed; the answer must keep its own. The transaction stays shared.
 */
export const ownLocale = (req: PayloadRequest): PayloadRequest =>
  isolateObjectProperty(req, ['locale', 'fallbackLocale'])
