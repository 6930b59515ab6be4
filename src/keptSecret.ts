import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret of an installation that was given none: made once, kept in the data folder with mode 0600.
 * Two processes that start at once agree: whoever links its file first wins, and the other reads what was linked.
 * While Next builds the admin there may be no data folder (an image being built), and nothing is kept.
 */
export function keptSecret(dataDir: string): string {
  if (process.env.NEXT_PHASE === 'phase-production-build') return randomBytes(32).toString('hex')
  const path = join(dataDir, 'secret')
  const kept = read(path)
  if (kept) return kept
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  const secret = read(path)
  if (!secret) throw new Error(`The file ${path} is empty: remove it, and a new secret is made at the next start`)
  return secret
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
