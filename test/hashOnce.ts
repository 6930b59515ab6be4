import crypto from 'node:crypto'

type Pbkdf2 = typeof crypto.pbkdf2
type Hashed = Parameters<Parameters<Pbkdf2>[5]>

const { pbkdf2, randomBytes } = crypto
const salt = randomBytes(32)
const known = new Map<string, Promise<Hashed>>()

/**
 * Does work in which Payload hashes each password once. That is slow on purpose, and every file of tests makes the same accounts and logs
 * them in: they get one salt, so that the hash of one is the hash of all, and logging in is no second time. Not for what a test is about.
 */
export async function hashOnce<Result>(work: () => Promise<Result>): Promise<Result> {
  const remembering: Pbkdf2 = (...given) => {
    const done = given[5]
    const key = JSON.stringify(given.slice(0, 5))
    const hashed =
      known.get(key) ??
      new Promise((resolve) => pbkdf2(given[0], given[1], given[2], given[3], given[4], (...each) => resolve(each)))
    known.set(key, hashed)
    void hashed.then((each) => done(...each))
  }
  const sameSalt = (size: number, done?: (error: Error | null, bytes: Buffer) => void) => {
    if (size === salt.length && done) return void process.nextTick(done, null, salt)
    return done ? randomBytes(size, done) : randomBytes(size)
  }
  Object.assign(crypto, { pbkdf2: remembering, randomBytes: sameSalt })
  try {
    return await work()
  } finally {
    Object.assign(crypto, { pbkdf2, randomBytes })
  }
}
