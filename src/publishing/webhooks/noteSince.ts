import type { FieldHook } from 'payload'
import { lastPosition } from '../publishLog'

/** Where the log stood when the webhook was made, whatever is sent: clocks are set, and differ between processes. */
export const noteSince: FieldHook = ({ operation, previousValue, req }) =>
  operation === 'create' ? lastPosition(req.payload) : previousValue
