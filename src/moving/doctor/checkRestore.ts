import { readRestoreMark } from '../restoreMark'
import type { Check } from './finding'

export const checkRestore: Check = async ({ payload }) => {
  if (!(await readRestoreMark(payload))) return []
  return [
    {
      level: 'problem',
      what: 'A restore into this database was interrupted',
      todo: 'Run it again (npm run restore -- FOLDER), which puts it right; or begin with an empty database',
    },
  ]
}
