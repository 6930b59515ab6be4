import { mediaStore } from '../../media/mediaStore'
import { filesOf } from '../mediaFiles'
import { everyDocument } from './everyDocument'
import type { Check } from './finding'

export const checkMedia: Check = async ({ payload, settings }) => {
  const { place, list } = mediaStore(settings)
  let there: Set<string>
  try {
    there = await list()
  } catch (error) {
    const { name, message } = error as Error
    const todo = 'See whether the settings S3_* are right, and whether the key may list the bucket'
    const what = `Media files cannot be looked at in ${place}: ${name === 'Error' ? message : `${name}: ${message}`}`
    return [{ level: 'problem', what, todo: settings.s3 ? todo : `See who may read ${place}` }]
  }
  const known = new Set<string>()
  for await (const doc of everyDocument(payload, 'media')) for (const { name } of filesOf(doc)) known.add(name)
  const missing = [...known].filter((name) => !there.has(name)).sort()
  const orphaned = [...there].filter((name) => !known.has(name)).sort()
  return [
    ...(missing.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `Files of media documents are missing in ${place}`,
            names: missing,
            todo: settings.s3
              ? 'Copy them there from DATA_DIR/media, if that is where they were until now, or from a backup'
              : 'Put them back from a backup of the folder, or upload the pictures anew in the admin',
          },
        ]
      : []),
    ...(orphaned.length > 0
      ? [
          {
            level: 'hint' as const,
            what: `Files in ${place} belong to no media document`,
            names: orphaned,
            todo: 'An upload that was interrupted leaves such files: delete them once you have a backup',
          },
        ]
      : []),
  ]
}
