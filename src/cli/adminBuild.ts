import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The admin that Next has built into `.next`, and which sources it is made of. */
export const adminBuild = {
  /** A digest of all that the admin is made of, as it is now. */
  sources(): string {
    const hash = createHash('sha256')
    const sources = ['src', 'collections'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    const files = [...sources, 'next.config.mjs', 'package-lock.json', 'tsconfig.json'].sort()
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file))
    return hash.digest('hex')
  },

  isOf: (sources: string): boolean =>
    existsSync('.next/BUILD_ID') && existsSync(noteFile) && readFileSync(noteFile, 'utf8') === sources,

  noteSources(sources: string): void {
    mkdirSync('.next', { recursive: true })
    writeFileSync(noteFile, sources)
  },
}

const noteFile = '.next/saphena-sources'
