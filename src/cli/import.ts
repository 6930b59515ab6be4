import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import type { BasePayload } from 'payload'
import { articleSources } from '../editorial/articleSources'
import { type ImportOptions, type ImportOutcome, importArticle } from '../editorial/importArticle'
import { localeIn } from '../editorial/importing/localeIn'
import { reasonOf } from '../editorial/importing/reasonOf'
import { withPayload } from './openPayload'

const usage = `Usage: npm run import -- PATH… [--locale es] [--publish] [--dry-run]

PATH is a .txt, .md, .html, .docx or .jsonl file, a WordPress export (.xml), or a folder of them. Each becomes an article, and so
does each post and page of an export, as a draft unless --publish is given; what preflight refuses to publish is kept as a draft,
named with what it lacks, and counts as failed. What is not public in WordPress stays a draft, also with --publish. A file whose name
ends in .es.md (or .es.txt …) is the Spanish text of the article of the same name; else the language is the one that the text
names in its front matter or "locale", and else that of --locale, which is English unless given.
`

const { values, positionals } = readArguments()
await withPayload((payload) => importAll(payload, positionals))

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        locale: { type: 'string' },
        publish: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    const { locale, help } = parsed.values
    if (help) {
      process.stdout.write(usage)
      process.exit(0)
    }
    if (parsed.positionals.length === 0) throw new Error('which files?')
    if (locale !== undefined && locale !== 'en' && locale !== 'es')
      throw new Error(`--locale is en or es, not ${locale}`)
    return parsed
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

async function importAll(payload: BasePayload, paths: string[]): Promise<void> {
  const counts: Record<ImportOutcome | 'failed', number> = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const bar = process.stdout.isTTY
    ? new SingleBar({ format: '{bar} {value}/{total} {label}', hideCursor: true })
    : undefined
  const total = bar ? await count(paths) : 0
  bar?.start(total, 0, { label: '' })
  const notes: string[] = []
  const say = bar ? (line: string) => notes.push(line) : (line: string) => process.stdout.write(`${line}\n`)
  for await (const candidate of articleSources(paths)) {
    if ('passedOver' in candidate) {
      say(`passed over ${candidate.label}: ${candidate.passedOver}`)
      continue
    }
    try {
      const read = await candidate.read()
      const options: ImportOptions = {
        locale: candidate.locale ?? localeIn(read.article.locale) ?? (values.locale as 'es' | undefined) ?? 'en',
        publish: values.publish ?? false,
        dryRun: values['dry-run'] ?? false,
      }
      const { outcome } = await importArticle(payload, read, options)
      counts[outcome]++
      bar?.increment({ label: candidate.label })
      const { warnings } = read.article
      if (options.publish && read.isDraft) warnings.push('it is not public where it comes from: kept as a draft')
      if (!bar || warnings.length > 0) say([`${outcome} ${candidate.label}`, ...warnings].join('; '))
    } catch (error) {
      counts.failed++
      bar?.increment({ label: candidate.label })
      process.stderr.write(`${bar ? '\n' : ''}failed ${candidate.label}: ${reasonOf(error)}\n`)
    }
  }
  bar?.stop()
  for (const note of notes) process.stdout.write(`${note}\n`)
  const would = values['dry-run'] ? ' (dry run, nothing was written)' : ''
  process.stdout.write(
    `${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.failed} failed${would}\n`,
  )
  if (counts.failed > 0) process.exitCode = 1
}

async function count(paths: string[]): Promise<number> {
  let number = 0
  for await (const candidate of articleSources(paths)) if ('read' in candidate) number++
  return number
}
