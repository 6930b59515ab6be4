import { afterAll, beforeAll } from 'vitest'
import { takeTurn } from './turn'

/** A browser, a server and often a second browser: one file of these at a time, beside other tests. */
let handOn: (() => void) | undefined
const patience = 900_000

beforeAll(async () => {
  handOn = await takeTurn('browser', patience)
}, patience)
afterAll(() => handOn?.())
