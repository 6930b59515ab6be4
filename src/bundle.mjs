import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { build, stop } from 'esbuild'

/**
 * Puts an entry and our own files that it imports into one file of `dist/`; packages are loaded from node_modules as always. The file is
 * named by what is in it, and there is none to write where it is there already.
 *
 * @param {string} entry such as `src/server.ts`
 * @returns {Promise<string>} the file's path
 */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
  })
  await stop() // a process of its own, which would stay for as long as this one
  const code = outputFiles[0].contents
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const file = resolve('dist', `${basename(entry, '.ts')}-${hash}.mjs`)
  if (!existsSync(file)) {
    mkdirSync('dist', { recursive: true })
    writeFileSync(`${file}.${process.pid}`, code)
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
