import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MediaStore } from './mediaStore'

/** Files in a folder of this machine; before the first one there may be no folder. */
export function folderStore(folder: string): MediaStore {
  return {
    place: folder,
    list: async () => new Set(await readdir(folder).catch(noneWhereMissing)),
    read: async (name) => {
      const path = join(folder, name)
      // A link is none of ours: it could lead anywhere.
      const found = await lstat(path).catch(noneWhereMissing)
      return 'isFile' in found && found.isFile() ? createReadStream(path) : undefined
    },
    keep: async (name, path) => {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `${name}.unfinished`)
      await pipeline(createReadStream(path), createWriteStream(draft, { mode: 0o644 }))
      await rename(draft, join(folder, name))
    },
  }
}

function noneWhereMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return []
  throw error
}
