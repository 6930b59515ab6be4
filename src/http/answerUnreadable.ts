import type { AfterErrorHook } from 'payload'

/** What the reader of forms (busboy) says of one that was not sent as forms are. */
const brokenForm = /^(Malformed (part header|content type)|Multipart: Boundary not found|Unexpected end of (form|file))/

/**
 * A form that breaks off, JSON that cannot be parsed, in `where`, `data` or a form's `_payload`, and JSON that nests deeper than the stack
 * that walks through it are the asker's mistake; Payload calls them its own.
 */
export const answerUnreadable: AfterErrorHook = ({ error }) => {
  if (error instanceof SyntaxError) return refusal('The request holds JSON that cannot be read.')
  if (error instanceof RangeError && error.message.includes('call stack'))
    return refusal('The request holds JSON that nests too deep.')
  if (brokenForm.test(error.message)) return refusal('The request holds a form that cannot be read.')
}

const refusal = (message: string) => ({ status: 400, response: { errors: [{ message }] as never } })
