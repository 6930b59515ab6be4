import { importPaths } from './importPaths'
import { withPayload } from './openPayload'
import { readImportArguments } from './readImportArguments'

const usage = `Usage: npm run import -- PATH… [--locale es] [--publish] [--dry-run]

PATH is a .txt, .md, .html, .docx or .jsonl file, a WordPress export (.xml), or a folder of them. Each becomes an article, and so
does each post and page of an export, as a draft unless --publish is given; what preflight refuses to publish is kept as a draft,
named with what it lacks, and counts as failed. What is not public in WordPress stays a draft, also with --publish. A file whose name
ends in .es.md (or .es.txt …) is the Spanish text of the article of the same name; else the language is the one that the text
names in its front matter or "locale", and else that of --locale, which is English unless given.
`

const read = readOrSayHow()
await withPayload(async (payload) => {
  if ((await importPaths(payload, read, process)) > 0) process.exitCode = 1
})

function readOrSayHow() {
  try {
    const read = readImportArguments(process.argv.slice(2))
    if (read.values.help) {
      process.stdout.write(usage)
      process.exit(0)
    }
    return read
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}
