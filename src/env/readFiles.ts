import { readFileSync } from 'node:fs'
import { byFile } from './variables'

/** What the files hold that `NAME_FILE` variables name, without the line's end that an editor leaves. */
export function readFiles(given: Record<string, string | undefined>) {
  const values: Record<string, string> = {}
  const complaints: string[] = []
  for (const name of byFile) {
    const path = given[`${name}_FILE`]
    if (!path) continue
    if (given[name]) complaints.push(`${name}_FILE: is given beside ${name}, and only one of them may be`)
    try {
      const text = readFileSync(path, 'utf8').trim()
      if (text) values[name] = text
      else complaints.push(`${name}_FILE: the file is empty`)
    } catch (error) {
      complaints.push(`${name}_FILE: the file cannot be read (${(error as NodeJS.ErrnoException).code})`)
    }
  }
  return { values, complaints }
}
