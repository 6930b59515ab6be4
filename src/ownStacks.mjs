import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Stack traces name our own sources instead of the bundle. Node's `--enable-source-maps` does that for every package too, and keeps all their
 * maps in memory from the start: a fifth of a server's heap. Here the bundle's alone is read, when a stack is looked at, and may go again.
 */
const bundles = `${pathToFileURL(resolve('dist')).href}/`
/** @type {Map<string, WeakRef<SourceMap>>} */
const read = new Map()

Error.prepareStackTrace = (error, frames) => [headline(error), ...frames.map(place)].join('\n    at ')

function headline(error) {
  try {
    return Error.prototype.toString.call(error)
  } catch {
    return 'Error' // its name or message is none
  }
}

function place(frame) {
  const file = frame.getFileName()
  if (!file?.startsWith(bundles)) return String(frame)
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()]
  const { originalSource, originalLine, originalColumn } = mapOf(file)?.findEntry(line - 1, column - 1) ?? {}
  if (originalSource === undefined) return String(frame)
  const source = relative('', resolve('dist', originalSource))
  return String(frame).replace(`${file}:${line}:${column}`, `${source}:${originalLine + 1}:${originalColumn + 1}`)
}

function mapOf(file) {
  const known = read.get(file)?.deref()
  if (known) return known
  const path = `${fileURLToPath(file)}.map`
  if (!existsSync(path)) return undefined
  const map = new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
  read.set(file, new WeakRef(map))
  return map
}
