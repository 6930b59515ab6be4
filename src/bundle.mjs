import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'

/** What decides on the bundle beside the files that go into it. */
const besides = ['src/bundle.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'].filter((file) =>
  existsSync(file),
)

/**
 * Puts an entry and our own files that it imports into one file of `dist/`, with a map to them beside it (`ownStacks.mjs`); packages are loaded
 * from node_modules as always. The file is named by what is in it. Where nothing was touched since, it is known, and nothing is bundled.
 *
 * @param {string} entry such as `src/server.ts`
 * @returns {Promise<string>} the file's path
 */
export async function bundle(entry) {
  const name = basename(entry, '.ts')
  const note = resolve('dist', `${name}.json`)
  const known = readNote(note)
  if (known?.entry === entry && existsSync(known.file) && isUntouched(known.inputs)) return known.file

  const began = Date.now()
  const { build, stop } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outfile: `dist/${name}.mjs`,
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
  })
  await stop() // a process of its own, which would stay for as long as this one
  const [map, code] = ['.map', '.mjs'].map((end) => outputFiles.find(({ path }) => path.endsWith(end)).contents)
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const file = resolve('dist', `${name}-${hash}.mjs`)
  if (!existsSync(file)) {
    write(`${file}.map`, map)
    write(file, code)
  }
  keepNote(note, { entry, file, inputs: [...Object.keys(metafile.inputs), ...besides] }, began)
  return file
}

/** A file that was changed meanwhile may have been read before that: then there is no note, and it is bundled anew the next time. */
function keepNote(path, { entry, file, inputs }, began) {
  const states = inputs.map((input) => [input, stateOf(input)])
  if (states.some(([, { changed }]) => changed >= began)) return
  try {
    write(path, JSON.stringify({ entry, file, inputs: states.map(([input, { state }]) => [input, state]) }))
  } catch (error) {
    // an image whose file system is read-only has its bundle and bundles it anew
    if (!['EROFS', 'EACCES'].includes(error.code)) throw error
  }
}

function readNote(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

const isUntouched = (inputs) => inputs.every(([input, state]) => existsSync(input) && stateOf(input).state === state)

/** The time of its last change is the system's own, and no copy brings an older one with it. */
function stateOf(path) {
  const { ctimeMs, mtimeMs, ino, size } = statSync(path)
  return { changed: ctimeMs, state: `${ctimeMs} ${mtimeMs} ${ino} ${size}` }
}

function write(path, content) {
  mkdirSync('dist', { recursive: true })
  writeFileSync(`${path}.${process.pid}`, content)
  renameSync(`${path}.${process.pid}`, path)
}
