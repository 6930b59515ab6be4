import type { AfterErrorHook } from 'payload'

/**
 * JSON that cannot be parsed, in `where`, `data` or a form's `_payload`, is the asker's mistake, and so is JSON that nests deeper than the
 * stack that walks through it; Payload calls both its own.
 */
export const answerUnreadable: AfterErrorHook = ({ error }) => {
  if (error instanceof SyntaxError) return refusal('The request holds JSON that cannot be read.')
  if (error instanceof RangeError && error.message.includes('call stack'))
    return refusal('The request holds JSON that nests too deep.')
}

const refusal = (message: string) => ({ status: 400, response: { errors: [{ message }] as never } })
