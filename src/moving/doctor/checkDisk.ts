import { statfs } from 'node:fs/promises'
import type { Check } from './finding'

const mega = 1024 * 1024
/** Below this a migration may not find room for its copy of the database. */
const scarce = 1024 * mega
/** Below this writes fail soon. */
const nearlyNone = 200 * mega

export const checkDisk: Check = async ({ settings: { dataDir } }) => {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  if (free >= scarce) return []
  return [
    {
      level: free < nearlyNone ? 'problem' : 'hint',
      what: `The disk of ${dataDir} has ${Math.round(free / mega)} MB left`,
      todo: 'Make room: old copies in DATA_DIR/backups are yours to delete or to take elsewhere; or give the volume more',
    },
  ]
}
