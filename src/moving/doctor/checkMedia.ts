import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { namesOf } from '../mediaFiles'
import { everyDocument } from './everyDocument'
import { type Check, someOf } from './finding'

export const checkMedia: Check = async ({ payload, settings: { dataDir } }) => {
  const media = payload.collections.media?.config.upload
  if (media?.disableLocalStorage) return []
  const folder = join(dataDir, 'media')
  const there = new Set(await readdir(folder).catch(() => [] as string[]))
  const known = new Set<string>()
  for await (const doc of everyDocument(payload, 'media')) for (const name of namesOf(doc)) known.add(name)
  const missing = [...known].filter((name) => !there.has(name)).sort()
  const orphaned = [...there].filter((name) => !known.has(name)).sort()
  return [
    ...(missing.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `Files of media documents are missing in ${folder}: ${someOf(missing)}`,
            todo: 'Put them back from a backup of the folder, or upload the pictures anew in the admin',
          },
        ]
      : []),
    ...(orphaned.length > 0
      ? [
          {
            level: 'hint' as const,
            what: `Files in ${folder} belong to no media document: ${someOf(orphaned)}`,
            todo: 'An upload that was interrupted leaves such files: delete them once you have a backup',
          },
        ]
      : []),
  ]
}
