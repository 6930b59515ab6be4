import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folderStore } from '../src/media/folderStore'
import { exportAll } from '../src/moving/exportAll'
import { readLines } from '../src/moving/lineFile'
import { filesOf } from '../src/moving/mediaFiles'
import type { Row } from '../src/moving/movedRow'
import { commandSettings, freshFolder } from './movedContent'
import { type Running, runScript, spawnScript } from './runScript'
import { describeService, type Service, startService } from './startService'
import { until } from './until'
import { picture, uploadForm } from './uploadForm'

describeService('Media files of an export', () => {
  let service: Service
  let settings: Record<string, string> = {}
  let dataDir = ''
  const left: (() => Promise<void>)[] = []

  beforeAll(async () => {
    service = await startService()
    dataDir = process.env.DATA_DIR ?? ''
    settings = commandSettings({ url: process.env.DATABASE_URL ?? '', dataDir })
  })
  afterAll(async () => {
    for (const remove of left) await remove()
    await service?.close()
  })

  const upload = async (name: string, width = 400): Promise<string> => {
    const { status, body } = await service.ask(
      'editor',
      'POST',
      '/api/media',
      uploadForm(await picture('png', width, 200), name),
    )
    expect(status).toBe(201)
    return body.doc.id
  }
  const remove = async (id: string) =>
    expect((await service.ask('admin', 'DELETE', `/api/media/${id}`)).status).toBe(200)
  const crop = async (id: string) => {
    const area =
      'uploadEdits[crop][width]=50&uploadEdits[crop][height]=100&uploadEdits[crop][x]=0&uploadEdits[crop][y]=0'
    const size = 'uploadEdits[widthInPixels]=100&uploadEdits[heightInPixels]=100'
    const { status } = await service.ask('editor', 'PATCH', `/api/media/${id}?${area}&${size}`, { alt: 'Half a leg' })
    expect(status).toBe(200)
  }
  const folderForExport = async (): Promise<string> => {
    const fresh = await freshFolder()
    left.push(fresh.remove)
    return fresh.folder
  }
  /** What the exported documents have is there, as these describe it, and nothing else is. */
  const expectTheirs = async (folder: string, missing: string[] = []) => {
    const wanted = new Set<string>()
    for await (const line of readLines(join(folder, 'media.ndjson'))) {
      for (const { name } of filesOf(line as Row)) if (!missing.includes(name)) wanted.add(name)
      const { filename, width } = line as { filename: string; width: number }
      if (missing.includes(filename)) continue
      expect([filename, (await sharp(join(folder, 'media', filename)).metadata()).width]).toEqual([filename, width])
    }
    expect((await readdir(join(folder, 'media'))).sort()).toEqual([...wanted].sort())
    const { media, missingMedia } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    expect(Object.keys(media)).toEqual([...wanted].sort())
    expect(missingMedia).toEqual(missing)
  }

  it('are those of its moment, whatever is deleted, replaced and cropped while it runs', async () => {
    const [deleted, replaced, cropped] = [
      await upload('deleted.png'),
      await upload('old.png'),
      await upload('whole.png'),
    ]
    const folder = await folderForExport()
    const child = spawnScript('export', [folder], settings)
    const ended = once(child, 'exit')
    child.stderr.resume()
    await holdUp(child)
    await remove(deleted)
    const form = uploadForm(await picture('png', 60, 30), 'new.png')
    expect((await service.ask('editor', 'PATCH', `/api/media/${replaced}`, form)).status).toBe(200)
    await crop(cropped)
    child.kill('SIGCONT')
    expect(await ended).toEqual([0, null])
    await expectTheirs(folder)
  }, 60_000)

  // MongoDB is read until it stands still, and so without what went again.
  it.runIf(process.env.TEST_DATABASE !== 'mongodb')(
    'that came and went meanwhile are a failure',
    async () => {
      const large = await upload('large.png')
      await truncate(join(dataDir, 'media', 'large.png'), 400_000_000)
      const folder = await folderForExport()
      const child = spawnScript('export', [folder], settings)
      const ended = once(child, 'exit')
      let complaint = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        complaint += text
      })
      await until(() => existsSync(join(folder, 'media', 'large.png.unfinished')) || undefined, 30_000)
      child.kill('SIGSTOP')
      const late = await upload('late.png')
      child.kill('SIGCONT')
      await holdUp(child)
      await remove(late)
      child.kill('SIGCONT')
      expect(await ended).toEqual([1, null])
      expect(complaint).toMatch(/went while the export ran.*late\.png/)
      await remove(large)
    },
    60_000,
  )

  it('that were missing before are told from those that came and went meanwhile', async () => {
    await upload('missing.png')
    const gone = (await readdir(join(dataDir, 'media'))).filter((name) => name.startsWith('missing')).sort()
    for (const name of gone) await rm(join(dataDir, 'media', name))
    const cropped = await upload('cropped.png')
    await upload('last.png')

    const store = folderStore(join(dataDir, 'media'))
    let late = ''
    const read = async (name: string) => {
      // Read with the first documents: this one comes after them.
      if (name === 'last.png' && !late) {
        late = await upload('late.png')
        await crop(cropped)
      }
      if (name === 'late.png') await remove(late)
      return store.read(name)
    }
    const folder = await folderForExport()
    const { lost } = await exportAll(service.payload, { folder, store: { ...store, read } }, () => {})
    expect(lost).toContain('late.png')
    expect(lost.filter((name) => !name.startsWith('late'))).toEqual([])
    await expectTheirs(folder, [...lost, ...gone].sort())

    const { code, stderr } = await runScript('export', [await folderForExport()], settings)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('missing.png') })
  }, 60_000)
})

/** Stops a process once it has printed anything, until it is told to go on. */
async function holdUp(child: Running): Promise<void> {
  await once(child.stdout, 'data')
  child.kill('SIGSTOP')
  child.stdout.resume()
}
