import { readRestoreMark } from '../restoreMark'
import type { Check } from './finding'

export const checkRestore: Check = async ({ payload }) => {
  if (!(await readRestoreMark(payload))) return []
  return [
    {
      level: 'problem',
      what: 'A restore into this database is under way, or was interrupted',
      todo: 'If it was, run it again (npm run restore -- FOLDER), which puts it right; or begin with an empty database',
    },
  ]
}
