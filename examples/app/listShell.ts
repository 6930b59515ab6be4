import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Tells the service worker, once all is built, which files the app is made of; another file or another byte is another version. */
export function listShell(): Plugin {
  return {
    name: 'list-shell',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = 'dist' }) {
        const worker = join(dir, 'serviceWorker.js')
        const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .filter((path) => path !== worker)
          .sort()
        const hash = createHash('sha256')
        for (const path of paths) hash.update(path).update(readFileSync(path))
        const files = paths.map((path) =>
          `./${relative(dir, path).split(sep).join('/')}`.replace(/^\.\/index\.html$/, './'),
        )
        const shell = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files })
        const code = readFileSync(worker, 'utf8')
        if (!/(["'`])__SHELL__\1/.test(code)) throw new Error('The service worker has no place for its list of files')
        writeFileSync(
          worker,
          code.replace(/(["'`])__SHELL__\1/, () => JSON.stringify(shell)),
        )
      },
    },
  }
}
