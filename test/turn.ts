import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { until } from './until'

/**
 * Waits until no other process has the turn of this name, and takes it. One that its process did not outlive is taken over.
 *
 * @param within how long to wait, in milliseconds
 * @returns hands it on
 */
export async function takeTurn(name: string, within: number): Promise<() => void> {
  const path = `node_modules/.cache/saphena/${name}.lock`
  mkdirSync(dirname(path), { recursive: true })
  await until(() => take(path) || undefined, within)
  return () => rmSync(path, { force: true })
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  try {
    process.kill(Number(readFileSync(path, 'utf8')) || process.pid, 0)
  } catch {
    rmSync(path, { force: true })
  }
  return false
}
