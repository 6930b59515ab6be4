import { APIError } from 'payload'
import { codeNeeded } from '../../access/codeNeeded'

/** The password was right, and a code has to come with it. */
export class CodeNeeded extends APIError {
  constructor() {
    super('Add the code that your authenticator app shows, or a recovery code.', 401, { code: codeNeeded }, true)
  }
}

export class WrongCode extends APIError {
  constructor() {
    const message = 'This code is not right, or it was used already. Your app shows a new one every 30 seconds.'
    super(message, 401, { code: 'two-factor-wrong' }, true)
  }
}

export class CodesLocked extends APIError {
  constructor() {
    super('There were too many wrong codes. Try again in 15 minutes.', 429, { code: 'two-factor-locked' }, true)
  }
}
