import { parseArgs } from 'node:util'

export type ImportArguments = ReturnType<typeof readImportArguments>

/** @throws Error whose message says what is wrong with the arguments of `npm run import` */
export function readImportArguments(args: string[]) {
  const parsed = parseArgs({
    args,
    allowPositionals: true,
    options: {
      locale: { type: 'string' },
      publish: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const { locale, help } = parsed.values
  if (help) return parsed
  if (parsed.positionals.length === 0) throw new Error('which files?')
  if (locale !== undefined && locale !== 'en' && locale !== 'es') throw new Error(`--locale is en or es, not ${locale}`)
  return parsed
}
