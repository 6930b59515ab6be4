import type { AfterErrorHook } from 'payload'

/** What the reader of forms (busboy) says of one that was not sent as forms are. */
const brokenForm = /^(Malformed (part header|content type)|Multipart: Boundary not found|Unexpected end of (form|file))/

/** What Mongoose says of a value that it cannot store: drafts are not validated before. */
const otherKind = /^(\w+ validation failed: .*)?Cast to /s

/**
 * A form that breaks off, JSON that cannot be parsed, in `where`, `data` or a form's `_payload`, and JSON that nests deeper than the stack
 * that walks through it, and values that no such field can hold are the asker's mistake; Payload calls them its own.
 */
export const answerUnreadable: AfterErrorHook = ({ error }) => {
  if (error instanceof SyntaxError) return refusal('The request holds JSON that cannot be read.')
  if (error instanceof RangeError && error.message.includes('call stack'))
    return refusal('The request holds JSON that nests too deep.')
  if (otherKind.test(error.message)) return refusal('The request holds a value of another kind than its field takes.')
  if (brokenForm.test(error.message)) return refusal('The request holds a form that cannot be read.')
}

const refusal = (message: string) => ({ status: 400, response: { errors: [{ message }] as never } })
