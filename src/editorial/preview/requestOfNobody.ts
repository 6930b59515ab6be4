import { type BasePayload, createLocalReq, type PayloadRequest } from 'payload'
import { defaultLocaleOf } from '../vocabulary'

/** A request in a language, with nobody behind it: what it reads is what strangers read, unless a call says otherwise. */
export const requestOfNobody = (payload: BasePayload, locale: string): Promise<PayloadRequest> =>
  createLocalReq({ locale, fallbackLocale: defaultLocaleOf(payload) as 'en' }, payload)
