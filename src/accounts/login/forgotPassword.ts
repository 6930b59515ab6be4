import { addDataAndFileToRequest, createLocalReq, type PayloadHandler, type PayloadRequest } from 'payload'
import { answerProblem } from '../../editorial/answerProblem'
import { accountOf, askerIn, resetTries, TooManyTries } from './loginTries'

/**
 * Sends a letter by which a new password is set, if there is such an account. It is answered before that is looked at: how long a letter
 * takes to hand in would tell whether one was sent.
 */
export async function sendResetLetter(email: string, req: PayloadRequest): Promise<void> {
  if (!(await resetTries.take(accountOf(email), askerIn(req)))) throw new TooManyTries()
  const { payload, headers, i18n } = req
  const own = await createLocalReq({ req: { headers, i18n, host: req.host, origin: req.origin } as never }, payload)
  payload
    .forgotPassword({ collection: 'users', data: { email: accountOf(email) }, req: own })
    .catch((err: unknown) => payload.logger.error({ err, msg: 'A letter about a forgotten password was not sent' }))
}

/** `POST /api/users/forgot-password`, in the place of Payload's own, which waits for the letter. */
export const forgotPassword: PayloadHandler = async (req) => {
  try {
    await addDataAndFileToRequest(req)
  } catch {
    return answerProblem(400, 'The body must be JSON.')
  }
  const { email } = (req.data ?? {}) as { email?: unknown }
  if (typeof email !== 'string' || !email.trim()) return answerProblem(400, 'Say for which e-mail address.')
  await sendResetLetter(email, req)
  return Response.json({ message: req.t('general:success') }, { headers: { 'cache-control': 'no-store' } })
}
