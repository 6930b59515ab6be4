import { SingleBar } from 'cli-progress'
import type { BasePayload } from 'payload'
import { articleSources } from '../editorial/articleSources'
import { type ImportOptions, type ImportOutcome, importArticle } from '../editorial/importArticle'
import { localeIn } from '../editorial/importing/localeIn'
import { reasonOf } from '../editorial/importing/reasonOf'
import type { ImportArguments } from './readImportArguments'

interface Streams {
  stdout: { isTTY?: boolean; write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown }
}

/**
 * Imports what is at these paths, and says of each article what came of it.
 *
 * @returns how many failed
 */
export async function importPaths(
  payload: BasePayload,
  { values, positionals: paths }: ImportArguments,
  { stdout, stderr }: Streams,
): Promise<number> {
  const counts: Record<ImportOutcome | 'failed', number> = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const bar = stdout.isTTY ? new SingleBar({ format: '{bar} {value}/{total} {label}', hideCursor: true }) : undefined
  const total = bar ? await count(paths) : 0
  bar?.start(total, 0, { label: '' })
  const notes: string[] = []
  const say = bar ? (line: string) => notes.push(line) : (line: string) => stdout.write(`${line}\n`)
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
      stderr.write(`${bar ? '\n' : ''}failed ${candidate.label}: ${reasonOf(error)}\n`)
    }
  }
  bar?.stop()
  for (const note of notes) stdout.write(`${note}\n`)
  const would = values['dry-run'] ? ' (dry run, nothing was written)' : ''
  stdout.write(
    `${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.failed} failed${would}\n`,
  )
  return counts.failed
}

async function count(paths: string[]): Promise<number> {
  let number = 0
  for await (const candidate of articleSources(paths)) if ('read' in candidate) number++
  return number
}
