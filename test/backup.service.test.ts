import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Finding } from '../src/moving/doctor/finding'
import { commandSettings, freshFolder } from './movedContent'
import { runScript } from './runScript'
import { describeService, type Service, startService } from './startService'

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

  it.runIf(kind === 'mongodb')('is left to MongoDB’s own tools, which it names', async () => {
    expect(await runScript('backup', [], settings)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('mongodump'),
    })
  })
})
