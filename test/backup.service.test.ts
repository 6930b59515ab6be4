import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sqliteInternals } from '../src/database/sqliteDatabase'
import type { Finding } from '../src/moving/doctor/finding'
import { commandSettings, freshFolder } from './movedContent'
import { runScript, spawnScript } from './runScript'
import { describeService, type Service, startService } from './startService'
import { until } from './until'

const kind = process.env.TEST_DATABASE ?? 'sqlite'

describeService('A backup', () => {
  let service: Service
  let settings: Record<string, string> = {}
  let remove = async () => {}
  let file = ''
  beforeAll(async () => {
    service = await startService()
    settings = commandSettings({ url: process.env.DATABASE_URL ?? '', dataDir: process.env.DATA_DIR ?? '' })
    const fresh = await freshFolder()
    remove = fresh.remove
    file = join(fresh.folder, 'copy.db')
  })
  afterAll(async () => {
    await remove()
    await service?.close()
  })

  it.runIf(kind === 'sqlite')(
    'is a file that opens, made while others write, and is written over none',
    async () => {
      let number = 0
      let stop = false
      const write = async () => {
        const data = { name: `Symptom ${++number}`, _status: 'published' } as const
        await service.payload.create({ collection: 'symptoms', data, overrideAccess: true })
      }
      for (let each = 0; each < 5; each++) await write()
      const writing = (async () => {
        while (!stop) await write()
      })()
      const made = await runScript('backup', [file], settings)
      stop = true
      await writing
      expect(made).toMatchObject({ code: 0, stdout: `The copy is ${file}\n`, stderr: '' })
      expect((await stat(file)).mode & 0o777).toBe(0o600)

      const { code, stdout } = await runScript('doctor', ['--json'], { ...settings, DATABASE_URL: `file:${file}` })
      expect({
        code,
        findings: JSON.parse(stdout).findings.filter((each: Finding) => each.level === 'problem'),
      }).toEqual({
        code: 0,
        findings: [],
      })
      const { folder, remove: removeExport } = await freshFolder()
      expect((await runScript('export', [folder], { ...settings, DATABASE_URL: `file:${file}` })).code).toBe(0)
      const kept = (await readFile(join(folder, 'symptoms.ndjson'), 'utf8')).split('\n').length - 1
      await removeExport()
      expect(kept).toBeGreaterThanOrEqual(5)
      expect(kept).toBeLessThanOrEqual(number)

      const before = await readFile(file)
      expect(await runScript('backup', [file], settings)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('not written over'),
      })
      expect(before.equals(await readFile(file))).toBe(true)
    },
    60_000,
  )

  it.runIf(kind === 'sqlite')(
    'that was killed is in nobody’s way, and the next one takes away what it has left',
    async () => {
      const writer = sqliteInternals(service.payload as Payload)?.connections.writer
      await writer?.execute('CREATE TABLE ballast (bytes)')
      await writer?.execute('INSERT INTO ballast VALUES (zeroblob(200000000))')
      const folder = join(file, '..', 'killed')
      await mkdir(folder, { recursive: true })
      const copy = join(folder, 'copy.db')
      const child = spawnScript('backup', [copy], settings)
      const ended = once(child, 'exit')
      await until(() => readdirSync(folder)[0], 30_000)
      child.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
      await writer?.execute('DROP TABLE ballast')
      const abandoned = await readdir(folder)
      for (const name of abandoned) expect(name).toMatch(/^copy\.db\..*\.unfinished/)

      // Another one that is being made is left alone, and so is what is none of ours.
      const others = ['copy.db.0123abcd.unfinished', 'notes.unfinished']
      for (const name of others) await writeFile(join(folder, name), '')
      const longAgo = new Date(Date.now() - 3_600_000)
      for (const name of [...abandoned, 'notes.unfinished']) await utimes(join(folder, name), longAgo, longAgo)
      expect(await runScript('backup', [copy], settings)).toMatchObject({ code: 0, stderr: '' })
      expect((await readdir(folder)).sort()).toEqual(['copy.db', ...others])
    },
    60_000,
  )

  it.runIf(kind === 'sqlite')('is of a database that is there', async () => {
    const nothing = `${file}-nothing.db`
    expect(await runScript('backup', [file], { ...settings, DATABASE_URL: `file:${nothing}` })).toMatchObject({
      code: 1,
      stderr: `There is no database at ${nothing}\n`,
    })
    await expect(stat(nothing)).rejects.toThrow('ENOENT')
  })

  it.runIf(kind === 'mongodb')('is left to MongoDB’s own tools, which it names', async () => {
    expect(await runScript('backup', [], settings)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('mongodump'),
    })
  })
})
