import { parseArgs } from 'node:util'

/** The one path that a command wants. Ends the process, with how it is used, where there is another number of them. */
export function onePath(usage: string): string {
  const [path] = pathsUpTo(1, usage)
  if (path) return path
  process.stderr.write(usage)
  process.exit(2)
}

/** The paths that a command is given, at most so many. */
export function pathsUpTo(most: number, usage: string): string[] {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
    if (values.help) {
      process.stdout.write(usage)
      process.exit(0)
    }
    if (positionals.length > most) throw new Error(`one path, not ${positionals.length}`)
    return positionals
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}
