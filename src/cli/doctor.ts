import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { filePath } from '../database/sqliteConnections'
import { InvalidSettings, readSettings, type Settings } from '../env/readSettings'
import { type Finding, sentenceOf } from '../moving/doctor/finding'

const usage = `Usage: npm run doctor [-- --json] [-- --rebuild-index]

Looks at settings, database, migrations, indexes, media files, links, publish log, jobs and disk, and says what to do about what it finds.
Ends with 1 where there is a problem. It changes nothing, unless --rebuild-index asks for a new index of words.
`

/** `npm run doctor`: what is wrong with this installation. */
const { json, rebuild } = readArguments()
const found = readableSettings()
if (found) await lookAt(found)

function readArguments(): { json: boolean; rebuild: boolean } {
  try {
    const options = {
      json: { type: 'boolean' },
      'rebuild-index': { type: 'boolean' },
      help: { type: 'boolean' },
    } as const
    const { values } = parseArgs({ options })
    if (values.help) {
      process.stdout.write(usage)
      process.exit(0)
    }
    return { json: values.json ?? false, rebuild: values['rebuild-index'] ?? false }
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

/** Nothing else can be looked at with settings that are invalid: they are the one finding. */
function readableSettings(): Readonly<Settings> | undefined {
  try {
    return readSettings()
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error
    const todo = 'Put them right in the environment or in .env; .env.example has a sentence on each'
    say([{ check: 'settings', level: 'problem', what: error.message, todo }])
    return undefined
  }
}

async function lookAt(settings: Readonly<Settings>): Promise<void> {
  const { databaseUrl } = settings
  const file = databaseUrl.startsWith('file:') ? filePath(databaseUrl) : ''
  if (file && !existsSync(file)) {
    const todo = 'If this is new, npm start makes it; else see whether DATABASE_URL and DATA_DIR are right'
    return say([{ check: 'database', level: 'problem', what: `There is no database at ${file}`, todo }])
  }
  // All that is wrong is said below, and by nobody else.
  Object.assign(process.env, { LOG_LEVEL: 'silent' })
  // What reads the settings ends the process where they are invalid, so it is loaded only now.
  const { withPayload } = await import('./openPayload')
  const { examine } = await import('../moving/doctor/examine')
  const { rebuildStemIndex } = await import('../editorial/indexStems')
  await withPayload(
    async (payload) => {
      if (rebuild) await rebuildStemIndex(payload)
      const { findings, notLookedAt } = await examine({ payload, settings })
      say(findings, notLookedAt)
    },
    {
      whole: false,
      migrate: false,
      failed: (error) => {
        const todo = 'See whether DATABASE_URL is right, the database runs, and may be reached from here'
        say([{ check: 'database', level: 'problem', what: (error as Error).message, todo }])
      },
    },
  )
}

function say(findings: Finding[], notLookedAt: string[] = []): void {
  if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1
  if (json) {
    process.stdout.write(`${JSON.stringify({ ok: process.exitCode !== 1, findings, notLookedAt }, null, 2)}\n`)
    return
  }
  for (const finding of findings)
    process.stdout.write(
      `${finding.level === 'problem' ? 'PROBLEM' : 'hint'} (${finding.check}): ${sentenceOf(finding)}\n  ${finding.todo}.\n`,
    )
  if (notLookedAt.length > 0) process.stdout.write(`Not looked at before that is right: ${notLookedAt.join(', ')}\n`)
  if (findings.length === 0) process.stdout.write('Nothing is wrong.\n')
}
