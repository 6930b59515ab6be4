import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A comment of the code that describes something to its users, and what stands below it. */
export interface DocComment {
  file: string
  words: string
  /** The first line of code after it. */
  next: string
}

/**
 * All that the code says in `/** … *\/` above its parts, in the order of the files: what the reference takes its sentences from, so
 * that nobody writes them twice. Run in the project's folder.
 */
export function docComments(...folders: string[]): DocComment[] {
  return folders.flatMap(filesIn).flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    return [...code.matchAll(/\/\*\*([\s\S]*?)\*\/\s*(.*)/g)].map(([, comment = '', next = '']) => ({
      file,
      words: comment
        .replace(/^\s*\* ?/gm, '')
        .replace(/\{@link ([^}]+)\}/g, '`$1`')
        .replace(/^@[\s\S]*/m, '')
        .replace(/\s+/g, ' ')
        .trim(),
      next,
    }))
  })
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .sort()
    .map((name) => join(folder, name))
