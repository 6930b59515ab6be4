import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const files = [
  '.env.example',
  'README.md',
  'docs/reference/collections.md',
  'docs/reference/commands.md',
  'docs/reference/figures.md',
  'docs/reference/graphql.md',
  'docs/reference/rest.md',
  'docs/reference/settings.md',
  'docs/reference/v1.md',
  'docs/reference/webhooks.md',
  'packages/client/openapi.json',
  'packages/client/src/schema.ts',
  'schema.graphql',
  'src/app/(payload)/admin/importMap.js',
  'src/payload-types.ts',
]

/** What is committed and made by a command is what the command would make now. */
describe('Generated files', () => {
  let folder: string
  let config: SanitizedConfig
  let payload: Payload
  let written: string[]
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saphena-generated-'))
    Object.assign(process.env, {
      DATABASE_URL: `file:${folder}/never-opened.db`,
      DATA_DIR: folder,
      PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      NODE_ENV: 'test',
    })
    const { getPayload } = await import('payload')
    const { writeGenerated } = await import('../src/cli/writeGenerated')
    config = await (await import('../src/payload.config')).default
    payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
    written = await writeGenerated(config, folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('are these', () => {
    expect(written.sort()).toEqual(files)
  })

  it.each(files)('%s is current', async (path) => {
    const made = await readFile(join(folder, path), 'utf8')
    const committed = await readFile(path, 'utf8').catch(() => '')
    if (committed === made) return
    // the first line that differs tells more than half a megabyte beside another
    const [was, is] = firstDifference(committed, made)
    expect.fail(`${path} is not current: run npm run generate. It says\n  ${was}\nand would say\n  ${is}`)
  })

  it('the SQLite migrations lead to the collections as they are', async () => {
    const { findSchemaChanges } = await import('../src/database/createMigration')
    const changes = await findSchemaChanges(payload)
    expect(changes, 'The collections have changed: run npm run migrate:create -- WHAT_CHANGED').toEqual([])

    // and nothing is not simply all that it ever finds
    payload.db.migrationDir = folder
    expect(await findSchemaChanges(payload)).toContainEqual(expect.stringMatching(/^CREATE TABLE `articles`/))
  })

  it('every SQLite migration is listed for the builds that carry them', async () => {
    const { migrations } = await import('../src/database/migrations')
    const files = (await readdir('src/database/migrations')).filter((file) => /^\d.*\.ts$/.test(file))
    expect(migrations.map(({ name }) => name)).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort())
  })
})

function firstDifference(one: string, other: string): [string | undefined, string | undefined] {
  const ones = one.split('\n')
  const others = other.split('\n')
  const at = ones.findIndex((line, index) => line !== others[index])
  const line = at === -1 ? ones.length : at
  return [ones[line], others[line]]
}
