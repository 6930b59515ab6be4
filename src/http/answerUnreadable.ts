import type { AfterErrorHook } from 'payload'

/** JSON that cannot be parsed, in `where`, `data` or a form's `_payload`, is the asker's mistake; Payload calls it its own. */
export const answerUnreadable: AfterErrorHook = ({ error }) => {
  if (!(error instanceof SyntaxError)) return
  return { status: 400, response: { errors: [{ message: 'The request holds JSON that cannot be read.' }] as never } }
}
