import type { PayloadHandler } from 'payload'

/** The first administrator is made at start, never over the network: whoever finds an empty database must not become its owner. */
export const refuseFirstRegister: PayloadHandler = () =>
  Response.json({ errors: [{ message: 'The first administrator is made when the server starts.' }] }, { status: 403 })
