import { type Answer, askServer, sending } from '../askServer'

/** Asks the server to do something about somebody's second factor; see `accounts/twoFactor/serveTwoFactor`. */
export const postTwoFactor = <Body>(what: string, body: object = {}): Promise<Answer<Body>> =>
  askServer<Body>(`/api/users/two-factor/${what}`, sending(body))
