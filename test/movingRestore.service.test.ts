import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BasePayload, Payload } from 'payload'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { closeDatabase } from '../src/database/health'
import { sqliteInternals } from '../src/database/sqliteDatabase'
import { folderStore } from '../src/media/folderStore'
import type { MediaStore } from '../src/media/mediaStore'
import { movedNames } from '../src/moving/movedParts'
import type { Report } from '../src/moving/report'
import { restoreAll } from '../src/moving/restoreAll'
import { readRestoreMark } from '../src/moving/restoreMark'
import { verifyExport } from '../src/moving/verifyExport'
import { availableDatabases, type CreatedDatabase } from './databases'
import { commandSettings, connectTo, freshFolder, readExport } from './movedContent'
import { runScript } from './runScript'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

const kind = process.env.TEST_DATABASE ?? 'sqlite'
const silent: Report = () => {}

describeService('A restore', () => {
  let service: Service
  let folder = ''
  const removeAtEnd: (() => Promise<void>)[] = []
  const left: (() => Promise<void>)[] = []

  beforeAll(async () => {
    service = await startService()
    const { body } = await service.ask('editor', 'POST', '/api/media', uploadForm(await picture('png', 400), 'leg.png'))
    await addArticle({ hero: body.doc.id })
    folder = await exported({ url: process.env.DATABASE_URL ?? '', dataDir: process.env.DATA_DIR ?? '' }, removeAtEnd)
  })
  afterEach(async () => {
    for (const undo of left.splice(0).reverse()) await undo()
  }, 120_000)
  afterAll(async () => {
    for (const remove of removeAtEnd) await remove()
    await service?.close()
  })

  const addArticle = async (more: object = {}) => {
    const data = { title: 'Legs', body: paragraphs('Rest your legs.'), _status: 'published', ...more }
    expect((await service.ask('reviewer', 'POST', '/api/articles', data)).status).toBe(201)
  }
  const exported = async (from: Pick<CreatedDatabase, 'url' | 'dataDir'>, undo = left): Promise<string> => {
    const fresh = await freshFolder()
    undo.push(fresh.remove)
    const { code, stderr } = await runScript('export', [fresh.folder], commandSettings(from))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return fresh.folder
  }
  const emptyOne = async (): Promise<CreatedDatabase> => {
    const created = await (await availableDatabases()).find(({ name }) => name === kind)?.create()
    if (!created) throw new Error(`There is no ${kind}`)
    left.push(created.remove)
    return created
  }
  const connected = async (to: CreatedDatabase): Promise<{ payload: BasePayload; close: () => Promise<void> }> => {
    const payload = await connectTo(to)
    let open = true
    const close = async () => {
      if (open) await closeDatabase(payload as Payload)
      open = false
    }
    left.push(close)
    return { payload, close }
  }
  const mediaOf = ({ dataDir }: CreatedDatabase): MediaStore => folderStore(join(dataDir, 'media'))
  const restore = async (payload: BasePayload, from: string, store: MediaStore, report = silent) =>
    restoreAll(
      payload,
      { folder: from, manifest: await verifyExport(from, movedNames(payload.config), silent), store },
      report,
    )
  const expectRestored = async (to: CreatedDatabase, from = folder) => {
    expect(await readExport(await exported(to))).toEqual(await readExport(from))
    expect(await runScript('doctor', [], commandSettings(to))).toMatchObject({ code: 0 })
  }

  it.runIf(kind === 'sqlite')(
    'that ends in the moment in which all is written is mended by the next run',
    async () => {
      const to = await emptyOne()
      const first = await connected(to)
      let written = false
      endAtCommit(first.payload, () => written)
      const noteLast: Report = (part) => {
        written ||= part === 'publish-log'
      }
      await expect(restore(first.payload, folder, mediaOf(to), noteLast)).rejects.toThrow(gone)
      await first.close()

      const second = await connected(to)
      expect(await readRestoreMark(second.payload)).not.toBeNull()
      await restore(second.payload, folder, mediaOf(to))
      expect(await readRestoreMark(second.payload)).toBeNull()
      await second.close()
      await expectRestored(to)
    },
    120_000,
  )

  it('that was interrupted may be followed by one of another export, which leaves nothing of the first', async () => {
    const to = await emptyOne()
    const { payload, close } = await connected(to)
    const stopAtIndex: Report = (part) => {
      if (part === 'index of words') throw new Error(gone)
    }
    await expect(restore(payload, folder, mediaOf(to), stopAtIndex)).rejects.toThrow(gone)
    await addArticle({ title: 'Arms' })
    const later = await exported({ url: process.env.DATABASE_URL ?? '', dataDir: process.env.DATA_DIR ?? '' })
    await restore(payload, later, mediaOf(to))
    await close()
    await expectRestored(to, later)
  }, 120_000)

  it('is known for one before its first file is there: no command works on what it has not filled', async () => {
    const to = await emptyOne()
    const { payload, close } = await connected(to)
    const { store, reached, goOn } = heldUp(mediaOf(to))
    const restoring = restore(payload, folder, store)
    await reached
    const { folder: another, remove } = await freshFolder()
    left.push(remove)
    const commands: [name: string, args: string[]][] = [
      ['export', [another]],
      ['import', ['starter/sample-article.txt']],
      ['two-factor:reset', ['admin@example.org']],
      ...(kind === 'sqlite' ? [['backup', [`${another}.db`]] satisfies [string, string[]]] : []),
    ]
    for (const [name, args] of commands) {
      const { code, stderr } = await runScript(name, args, commandSettings(to))
      expect({ name, code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/^A restore into this/) })
    }
    expect((await runScript('doctor', [], commandSettings(to))).stdout).toContain('A restore into this database')
    goOn()
    await restoring
    await close()
    await expectRestored(to)
  }, 120_000)

  it('is waited for by another one, and by a server that would make an administrator', async () => {
    const to = await emptyOne()
    const { payload, close } = await connected(to)
    const { payload: ofServer, close: closeServer } = await connected(to)
    const { fillNew } = await import('../src/server/fillNew')
    const { store, reached, goOn } = heldUp(mediaOf(to))
    const restoring = restore(payload, folder, store)
    await reached
    const filling = fillNew(ofServer)
    const another = runScript('restore', [folder], commandSettings(to))
    const first = await Promise.race([filling.then(() => 'server'), another, pause(8_000, 'nobody')])
    goOn()
    await restoring
    await filling
    expect(first).toBe('nobody')
    expect(await another).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') })
    await close()
    await closeServer()
    await expectRestored(to)
  }, 120_000)
})

/** A store that waits with its first file until it is told to go on. */
function heldUp(store: MediaStore): { store: MediaStore; reached: Promise<void>; goOn: () => void } {
  let tell = () => {}
  let goOn = () => {}
  const reached = new Promise<void>((resolve) => {
    tell = resolve
  })
  const released = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const keep: MediaStore['keep'] = async (...file) => {
    tell()
    await released
    await store.keep(...file)
  }
  return { store: { ...store, keep }, reached, goOn }
}

const gone = 'The process is gone'

/** As if the process ended with the COMMIT that comes once `isTime` says so: nothing is written after it. */
function endAtCommit(payload: BasePayload, isTime: () => boolean): void {
  const writer = sqliteInternals(payload as Payload)?.connections.writer
  if (!writer) throw new Error('This is not SQLite')
  const execute = writer.execute.bind(writer)
  let ended = false
  writer.execute = (async (...statement: Parameters<typeof execute>) => {
    if (ended) throw new Error(gone)
    const result = await execute(...statement)
    ended = statement[0] === 'COMMIT' && isTime()
    return result
  }) as typeof execute
}
