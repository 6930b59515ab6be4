import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './finding'

/** The kept secret is for its owner alone: who reads it can sign himself in as anybody. */
export const checkSecretFile: Check = async ({ settings: { dataDir } }) => {
  const path = join(dataDir, 'secret')
  const mode = await stat(path).then(
    (found) => found.mode & 0o777,
    () => 0,
  )
  if ((mode & 0o077) === 0) return []
  return [
    {
      level: 'problem',
      what: `Others than its owner may read ${path} (mode ${mode.toString(8)})`,
      todo: `chmod 600 ${path}; if somebody may have read it, stop the server, remove the file and start again: everybody logs in anew, and keys of apps are made anew`,
    },
  ]
}
