import { APIError } from 'payload'

/** The asker's own mistake: he is told, and the log is not. */
export class BadRequest extends APIError {
  constructor(message: string) {
    super(message, 400, null, true)
  }
}
