import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Manifest } from '../src/moving/manifest'
import { movedNames } from '../src/moving/movedParts'
import { verifyExport } from '../src/moving/verifyExport'
import { availableDatabases, type CreatedDatabase } from './databases'
import { commandSettings, fillDesk, freshFolder, readExport } from './movedContent'
import { runScript } from './runScript'
import { describeService, type Service, startService } from './startService'

const kind = process.env.TEST_DATABASE ?? 'sqlite'
/** As many as an organisation has, from SQLite; the way that begins on MongoDB is the same one, and shorter. */
const articles = kind === 'sqlite' ? 500 : 60

describeService('An export', () => {
  let service: Service
  let source: Pick<CreatedDatabase, 'url' | 'dataDir'>
  const left: (() => Promise<void>)[] = []

  beforeAll(async () => {
    service = await startService()
    source = { url: process.env.DATABASE_URL ?? '', dataDir: process.env.DATA_DIR ?? '' }
    await fillDesk(service, articles)
  }, 300_000)
  afterAll(async () => {
    for (const remove of left) await remove()
    await service?.close()
  })

  const emptyOne = async (name: string): Promise<CreatedDatabase | undefined> => {
    const created = await (await availableDatabases()).find((each) => each.name === name)?.create()
    if (created) left.push(created.remove)
    return created
  }
  const exported = async (from: Pick<CreatedDatabase, 'url' | 'dataDir'>): Promise<string> => {
    const { folder, remove } = await freshFolder()
    left.push(remove)
    const { code, stderr } = await runScript('export', [folder], commandSettings(from))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return folder
  }
  const restored = async (folder: string, to: CreatedDatabase) => {
    const { code, stderr } = await runScript('restore', [folder], commandSettings(to))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }

  let folder = ''

  it('holds everything, and only its owner may read it', async () => {
    folder = await exported(source)
    const { files, media, missingMedia } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    expect(files['articles.ndjson'].lines).toBeGreaterThanOrEqual(articles)
    expect(files['articles-versions.ndjson'].lines).toBeGreaterThan(files['articles.ndjson'].lines)
    for (const name of [
      'redirects',
      'reviews',
      'audit',
      'users',
      'draft-shares',
      'publish-log',
      'payload-preferences',
      'global-organisation',
    ])
      expect([name, files[`${name}.ndjson`].lines]).not.toEqual([name, 0])
    expect(Object.keys(media).length).toBeGreaterThanOrEqual(6)
    expect(missingMedia).toEqual([])
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    for (const name of ['users.ndjson', 'manifest.json', 'README.txt'])
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('secrets')
    const [line = ''] = (await readFile(join(folder, 'users.ndjson'), 'utf8')).split('\n')
    expect(JSON.parse(line)).toMatchObject({ hash: expect.any(String), salt: expect.any(String) })
  }, 120_000)

  it('goes to the other kind of database and back, and is the same byte by byte', async (context) => {
    const other = await emptyOne(kind === 'sqlite' ? 'mongodb' : 'sqlite')
    if (!other) return context.skip(process.env.CI !== 'true', 'there is no MongoDB')
    const first = await readExport(folder)
    await restored(folder, other)
    const there = await exported(other)
    expectSame(await readExport(there), first)

    const again = (await emptyOne(kind)) as CreatedDatabase
    await restored(there, again)
    expectSame(await readExport(await exported(again)), first)
  }, 300_000)

  it('is refused before anything is written where a file is damaged, which is named', async () => {
    const to = (await emptyOne('sqlite')) as CreatedDatabase
    const refused = async (name: string, damage: () => Promise<void>) => {
      const path = join(folder, name)
      const before = await readFile(path)
      await damage()
      const { code, stderr } = await runScript('restore', [folder], commandSettings(to))
      await writeFile(path, before)
      expect(code).toBe(1)
      expect(stderr).toContain(name)
      await expect(stat(join(to.dataDir, 'saphena.db'))).rejects.toThrow('ENOENT')
    }
    const flipped = async (name: string) => {
      const bytes = await readFile(join(folder, name))
      const at = Math.floor(bytes.length / 2)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(join(folder, name), bytes)
    }
    await refused('articles.ndjson', () => flipped('articles.ndjson'))
    await refused('users.ndjson', () => appendFile(join(folder, 'users.ndjson'), '{}\n'))
    await refused('media/leg-1.png', () => flipped('media/leg-1.png'))
    await refused('manifest.json', () => writeFile(join(folder, 'manifest.json'), '{'))
    await refused('manifest.json', () => changeManifest(({ files }) => delete files['reviews.ndjson']))
  }, 60_000)

  const changeManifest = async (change: (manifest: Manifest) => unknown) => {
    const path = join(folder, 'manifest.json')
    const manifest = JSON.parse(await readFile(path, 'utf8'))
    change(manifest)
    await writeFile(path, JSON.stringify(manifest))
  }
  /** As exports were made at first: what one says of itself has no checksum. */
  const toFirstFormat = (manifest: Manifest) => {
    manifest.format = 1
    delete manifest.made.digest
  }
  /** What is said of an export whose manifest was changed. */
  const complaintAfter = async (...changes: ((manifest: Manifest) => unknown)[]): Promise<unknown> => {
    const path = join(folder, 'manifest.json')
    const before = await readFile(path)
    for (const change of changes) await changeManifest(change)
    const checking = verifyExport(folder, movedNames(service.payload.config), () => {})
    const complaint = await checking.then(() => undefined, String)
    await writeFile(path, before)
    return complaint
  }

  it('is refused where its manifest was changed, wherever that is', async () => {
    expect(await complaintAfter(() => {})).toBeUndefined()
    for (const change of [
      ({ files }: Manifest) => Object.assign(files['users.ndjson'] as object, { lines: 0 }),
      ({ media }: Manifest) => delete media['leg-1.png'],
      (manifest: Manifest) => Object.assign(manifest, { lastPosition: 1 }),
      ({ made }: Manifest) => Object.assign(made, { at: '2026-01-01T00:00:00.000Z' }),
      ({ made }: Manifest) => delete made.digest,
    ])
      expect(await complaintAfter(change)).toMatch(/^DamagedExport: manifest\.json is damaged/)
  })

  it('of the first format names every part, says how many lines it has, and is restored', async () => {
    const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
    for (const [change, what] of [
      [(manifest: Manifest) => delete manifest.files['reviews.ndjson'], 'it does not name reviews.ndjson'],
      [
        (manifest: Manifest) => Object.assign(manifest.files['users.ndjson'] as object, { lines: 0 }),
        `for users.ndjson it says 0 lines, and there are ${files['users.ndjson']?.lines}`,
      ],
      [
        (manifest: Manifest) => Object.assign(manifest.files, { 'others.ndjson': files['users.ndjson'] }),
        'it names others.ndjson, which is no part of an export',
      ],
    ] as const)
      expect(await complaintAfter(toFirstFormat, change)).toBe(`DamagedExport: manifest.json is damaged: ${what}`)

    const path = join(folder, 'manifest.json')
    const before = await readFile(path)
    await changeManifest(toFirstFormat)
    const to = (await emptyOne(kind)) as CreatedDatabase
    await restored(folder, to)
    await writeFile(path, before)
    expectSame(await readExport(await exported(to)), await readExport(folder))
  }, 120_000)

  it('is not restored into a database that holds something, nor written over another export', async () => {
    const restoring = await runScript('restore', [folder], commandSettings(source))
    expect(restoring).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') })
    const exporting = await runScript('export', [folder], commandSettings(source))
    expect(exporting).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') })
  }, 60_000)

  it.runIf(kind === 'mongodb')(
    'leaves out, on the way to SQLite, links to what is gone, and says how many',
    async () => {
      const { connection } = service.payload.db as unknown as MongooseAdapter
      const users = connection.collection<{ _id: string }>('users')
      const [author] = await users.find({ email: 'editor@example.org' }).toArray()
      await users.deleteOne({ email: 'editor@example.org' })
      const linking = await connection.collection('articles').countDocuments({ author: author?._id })
      expect(linking).toBeGreaterThan(0)

      const to = (await emptyOne('sqlite')) as CreatedDatabase
      const { code, stderr } = await runScript('restore', [await exported(source)], commandSettings(to))
      expect(code).toBe(0)
      expect(
        Number(/^(\d+) links to documents that are gone were left out$/m.exec(stderr)?.[1]),
      ).toBeGreaterThanOrEqual(linking)
      expect(await runScript('doctor', [], commandSettings(to))).toMatchObject({ code: 0 })
    },
    120_000,
  )
})

/** Says which lines differ, and not two files of megabytes. */
function expectSame(actual: Record<string, string>, expected: Record<string, string>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort())
  // The manifest tells what the others are, so it comes last.
  const { 'manifest.json': manifest = '', ...others } = expected
  for (const [name, text] of Object.entries({ ...others, 'manifest.json': manifest })) {
    if (actual[name] === text) continue
    const [ours, theirs] = [(actual[name] ?? '').split('\n'), text.split('\n')]
    const at = theirs.findIndex((line, index) => line !== ours[index])
    expect({ name, line: at, text: ours[at] }).toEqual({ name, line: at, text: theirs[at] })
  }
}
