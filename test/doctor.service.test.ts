import { once } from 'node:events'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sqliteInternals } from '../src/database/sqliteDatabase'
import { examine as examineHere } from '../src/moving/doctor/examine'
import { type Finding, sentenceOf } from '../src/moving/doctor/finding'
import { commandSettings } from './movedContent'
import { runScript } from './runScript'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

/** Each fault is planted, found by the command, and mended again. */
describeService('The doctor', () => {
  let service: Service
  let dataDir = ''
  let settings: Record<string, string> = {}
  let article = ''
  let media = ''

  beforeAll(async () => {
    service = await startService()
    dataDir = process.env.DATA_DIR ?? ''
    settings = { ...commandSettings({ url: process.env.DATABASE_URL ?? '', dataDir }), NODE_ENV: 'test' }
    const { ask } = service
    media = (await ask('editor', 'POST', '/api/media', uploadForm(await picture('png'), 'leg.png'))).body.doc.id
    article = (
      await ask('reviewer', 'POST', '/api/articles', {
        title: 'Legs',
        body: paragraphs('Rest your legs.'),
        hero: media,
        _status: 'published',
      })
    ).body.doc.id
    await service.runJobs()
  })
  afterAll(() => service?.close())

  const examine = async () => {
    const { code, stdout } = await runScript('doctor', ['--json'], settings)
    return { code, findings: JSON.parse(stdout).findings as Finding[] }
  }
  /** Past Payload: on SQLite a statement, on MongoDB what is done to the collection. */
  const tamper = async (statement: string, work: (connection: MongooseAdapter['connection']) => Promise<unknown>) => {
    const writer = sqliteInternals(service.payload as Payload)?.connections.writer
    if (!writer) return work((service.payload.db as unknown as MongooseAdapter).connection)
    await writer.execute('PRAGMA foreign_keys = OFF')
    await writer.execute(statement)
    await writer.execute('PRAGMA foreign_keys = ON')
  }

  it('finds nothing where nothing is wrong, and ends with 0', async () => {
    expect(await examine()).toEqual({ code: 0, findings: [] })
  })

  it('ends beside a server, whatever that does with a connection', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const connections: Socket[] = []
    server.on('connection', (socket) => void connections.push(socket))
    const PORT = String((server.address() as AddressInfo).port)
    const ended = runScript('doctor', [], { ...settings, PORT, NODE_ENV: '' })
    await expect(ended).resolves.toMatchObject({ code: 0 })
    expect(connections).toEqual([])
    server.close()
  })

  it('takes nothing for a fault that is written while it looks', async () => {
    const { payload } = service
    const settings = (await import('../src/settings')).settings
    const find = payload.db.find
    let writing = false
    let written = 0
    const beside = vi.spyOn(payload.db, 'find').mockImplementation(async (question) => {
      if (question.collection === 'articles' && !writing) {
        writing = true
        const data = { title: `Beside ${++written}`, body: paragraphs('Rest.'), _status: 'published' }
        expect((await service.ask('reviewer', 'POST', '/api/articles', data)).status).toBe(201)
        writing = false
      }
      return find.call(payload.db, question) as never
    })
    const { findings } = await examineHere({ payload, settings })
    beside.mockRestore()
    expect(written).toBeGreaterThan(3)
    expect(findings.filter(({ check }) => ['links', 'publish log', 'index of words'].includes(check))).toEqual([])
    await service.runJobs()
  })

  it('finds every fault, and says what to do about each', async () => {
    await writeFile(join(dataDir, 'secret'), 'a secret')
    await chmod(join(dataDir, 'secret'), 0o644)
    await writeFile(join(dataDir, 'media', 'stray.png'), '')
    await rm(join(dataDir, 'media', 'leg.png'))
    await tamper('DROP INDEX publish_log_document_idx', (to) =>
      to.collection('publish_log').dropIndex('collection_1_document_1_position_1'),
    )
    await tamper(`UPDATE articles SET author_id = 'nobody' WHERE id = '${article}'`, (to) =>
      to.collection('articles').updateOne({ _id: article as never }, { $set: { author: 'nobody' } }),
    )
    await tamper(`DELETE FROM publish_log WHERE document = '${article}'`, (to) =>
      to.collection('publish_log').deleteMany({ document: article }),
    )
    await tamper(
      `INSERT INTO publish_cursors (name, position, owner, until) VALUES ('somebody', 999999, '', 0)`,
      (to) => to.collection('publish_cursors').insertOne({ _id: 'somebody' as never, position: 999_999 }),
    )
    await tamper(`DELETE FROM link_stem_rows WHERE article = '${article}'`, (to) =>
      to.collection('link_stems').deleteMany({ article }),
    )
    const at = new Date(Date.now() - 3_600_000).toISOString()
    for (const job of [{ hasError: true }, { processing: true }])
      await service.payload.db.create({
        collection: 'payload-jobs',
        data: { taskSlug: 'relink', queue: 'default', input: {}, createdAt: at, updatedAt: at, ...job },
      })
    const intents = process.env.TEST_DATABASE === 'mongodb'
    if (intents)
      await tamper('', (to) =>
        to
          .collection('publish_log')
          .insertOne({ intent: true, collection: 'articles', document: article, data: '', at, order: 0 }),
      )

    const { code, findings } = await examine()
    expect(code).toBe(1)
    const found = findings.map((finding) => `${finding.level} ${finding.check}: ${sentenceOf(finding)}`)
    for (const expected of [
      /^problem secret file: .*mode 644/,
      /^problem media: .*missing.*leg\.png/,
      /^hint media: .*stray\.png/,
      /^problem indexes: /,
      new RegExp(`^problem links: articles.author → users .*${article}`),
      new RegExp(`^problem publish log: Readers get these .*articles ${article}`),
      /^problem publish log: The follower somebody has read up to 999999/,
      new RegExp(`^problem index of words: .*${article}`),
      /^problem jobs: Jobs have failed: relink/,
      /^problem jobs: Jobs were due .*relink/,
      ...(intents ? [/^problem publish log: Changes were begun/] : []),
    ])
      expect(found).toContainEqual(expect.stringMatching(expected))
    expect(found).toHaveLength(intents ? 11 : 10)
    for (const { todo } of findings) expect(todo.length).toBeGreaterThan(20)

    const { code: again } = await runScript('doctor', ['--rebuild-index'], settings)
    expect(again).toBe(1)
    expect((await examine()).findings.map(({ check }) => check)).not.toContain('index of words')
  }, 60_000)

  it('says that a database is of another version, and looks no further', async () => {
    const { payload } = service
    const { docs } = await payload.db.find<{ id: string; name: string }>({
      collection: 'payload-migrations',
      sort: '-name',
      limit: 1,
      pagination: false,
    })
    const [{ id, name } = { id: '', name: '' }] = docs
    await payload.db.updateOne({
      collection: 'payload-migrations',
      id,
      data: { name: '20990101_000000_of_the_future' },
    })
    const { code, stdout } = await runScript('doctor', [], settings)
    await payload.db.updateOne({ collection: 'payload-migrations', id, data: { name } })
    expect(code).toBe(1)
    expect(stdout).toContain('newer version of Saphena: it has seen 20990101_000000_of_the_future')
    expect(stdout).toContain(`older version of Saphena: it lacks ${name}`)
    expect(stdout).toContain('Not looked at before that is right: restore, indexes')
  })

  it('says which settings are invalid, that there is no database, and that one cannot be reached', async () => {
    const findingOf = async (more: Record<string, string>) => {
      const { code, stdout } = await runScript('doctor', ['--json'], { ...settings, ...more })
      expect(code).toBe(1)
      return JSON.parse(stdout).findings
    }
    expect(await findingOf({ PORT: 'none' })).toEqual([
      expect.objectContaining({ check: 'settings', what: expect.stringContaining('PORT') }),
    ])
    expect(await findingOf({ DATABASE_URL: `file:${dataDir}/nothing.db` })).toEqual([
      expect.objectContaining({ check: 'database', what: expect.stringContaining('no database') }),
    ])
    expect(await findingOf({ DATABASE_URL: 'mongodb://127.0.0.1:1/none?serverSelectionTimeoutMS=1000' })).toEqual([
      expect.objectContaining({ check: 'database', what: expect.stringContaining('ECONNREFUSED') }),
    ])
  }, 60_000)
})
