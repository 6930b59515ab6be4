import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signPreview } from '../src/editorial/preview/previewToken'
import { checkMedia } from '../src/moving/doctor/checkMedia'
import { sqlite } from './databases'
import { javaServerMissing } from './javaServer'
import { commandSettings, freshFolder } from './movedContent'
import { runScript } from './runScript'
import { type S3Server, startS3Server } from './s3Server'
import {
  type Answer,
  describeService,
  type Name,
  paragraphs,
  password,
  type Service,
  startService,
} from './startService'
import { picture, uploadForm } from './uploadForm'

const missing = javaServerMissing('s3-server')

if (missing)
  it.skipIf(process.env.CI !== 'true')(`Media files in a bucket: not run, ${missing}`, () => expect.fail(missing))
else
  describeService('Media files in a bucket', () => {
    let service: Service
    let s3: S3Server
    let bucket: ReturnType<typeof openBucket>
    const left: (() => Promise<void>)[] = []

    beforeAll(async () => {
      s3 = await startS3Server()
      Object.assign(process.env, s3.settings)
      service = await startService()
      bucket = openBucket(s3)
    })
    afterAll(async () => {
      for (const remove of left) await remove()
      await service?.close()
      await s3?.stop()
    })

    const upload = (...file: Parameters<typeof uploadForm>): Promise<Answer> =>
      service.ask('editor', 'POST', '/api/media', uploadForm(...file))
    const tokens = new Map<Name, string | undefined>()
    const login = async (who: Name) => {
      const data = { email: `${who}@example.org`, password }
      if (!tokens.has(who)) tokens.set(who, (await service.payload.login({ collection: 'users', data })).token)
      return tokens.get(who)
    }
    const get = async (url: string, who?: Name, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(service.url + url, {
        headers: { ...(who ? { authorization: `JWT ${await login(who)}` } : {}), ...headers },
      })
    const publish = (data: object) =>
      service.ask('reviewer', 'POST', '/api/articles', {
        title: 'With a picture',
        body: paragraphs('Look.'),
        _status: 'published',
        ...data,
      })
    const widthOf = async (answer: Response) => (await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width

    it('are there with their smaller copies, and not on the disk', async () => {
      const { status, body } = await upload(await picture('png', 1000, 500), 'leg.png')
      expect(status).toBe(201)
      expect(body.doc.url).toBe('/api/media/file/leg.png')
      expect(body.doc).not.toHaveProperty('prefix')
      expect(body.doc).not.toHaveProperty('_objectKey')
      expect(await bucket.names()).toEqual(['leg-1000x500.png', 'leg-320x160.png', 'leg-768x384.png', 'leg.png'])
      expect(await bucket.typeOf('leg-320x160.png')).toBe('image/png')
      await expect(readdir(join(process.env.DATA_DIR ?? '', 'media'))).rejects.toThrow('ENOENT')
      expect(await widthOf(await get(body.doc.url, 'editor'))).toBe(1000)
      expect(await widthOf(await get(body.doc.sizes.thumbnail.url, 'editor'))).toBe(320)
    })

    it('are served to strangers only while something published shows them, by Saphena and by its rules', async () => {
      const { doc } = (await upload(await picture('png', 400, 200), 'shown.png')).body
      const urls = [doc.url, doc.sizes.thumbnail.url]
      for (const url of urls) {
        expect([403, 404]).toContain((await get(url)).status)
        expect([403, 404]).toContain((await get(url, 'api')).status)
        expect([403, 404]).toContain((await get(`${url}?prefix=`)).status)
      }
      const { body } = await publish({ hero: doc.id })
      for (const url of urls) {
        const { status, headers } = await get(url)
        expect(status).toBe(200)
        expect(headers.get('content-type')).toBe('image/png')
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
        expect(JSON.stringify([...headers])).not.toContain(s3.settings.S3_ENDPOINT)
      }
      const { status, headers } = await get(doc.url, undefined, { range: 'bytes=0-9' })
      expect([status, headers.get('content-length')]).toEqual([206, '10'])
      const etag = (await get(doc.url)).headers.get('etag') ?? ''
      expect((await get(doc.url, undefined, { 'if-none-match': etag })).status).toBe(304)

      await service.ask('reviewer', 'PATCH', `/api/articles/${body.doc.id}`, { _status: 'draft' })
      for (const url of urls)
        expect([403, 404]).toContain((await get(url, undefined, { 'if-none-match': etag })).status)
    })

    it.each(['nothing.png', '..%2f..%2fsecret', '%00.png'])('nothing else is served: %s', async (name) => {
      expect([400, 403, 404]).toContain((await get(`/api/media/file/${name}`, 'admin')).status)
    })

    it('are shown in a preview of a draft', async () => {
      const { doc } = (await upload(await picture('png', 40, 20), 'drawn.png', { data: { alt: 'A drawn leg' } })).body
      const article = (
        await service.ask('editor', 'POST', '/api/articles?draft=true', {
          title: 'A draft',
          body: paragraphs('Look.'),
          hero: doc.id,
        })
      ).body.doc.id
      const token = signPreview(service.payload.secret, { collection: 'articles', id: article, locale: 'en' })
      const page = await (await get(`/preview?token=${token}`)).text()
      const address = /<img src="http:\/\/[^/]+(\/preview\/pictures\/[^"]+)" alt="A drawn leg"/.exec(page)?.[1]
      const shown = await get(String(address))
      expect([shown.status, shown.headers.get('content-type'), await widthOf(shown)]).toEqual([200, 'image/png', 40])
    })

    it('are replaced, cropped and focused anew, and leave nothing behind', async () => {
      const { doc } = (await upload(await picture('png', 1000, 500), 'changed.png')).body
      const names = async () => (await bucket.names()).filter((name) => name.startsWith('changed'))
      const before = await names()
      const focused = await service.ask('editor', 'PATCH', `/api/media/${doc.id}`, { focalX: 10, focalY: 20 })
      expect([focused.status, focused.body.doc]).toMatchObject([
        200,
        { focalX: 10, focalY: 20, filename: 'changed.png' },
      ])
      expect(await names()).toEqual(before)

      const crop =
        'uploadEdits[crop][width]=50&uploadEdits[crop][height]=100&uploadEdits[crop][x]=0&uploadEdits[crop][y]=0'
      const size = 'uploadEdits[widthInPixels]=500&uploadEdits[heightInPixels]=500'
      const cropped = await service.ask('editor', 'PATCH', `/api/media/${doc.id}?${crop}&${size}`, {
        alt: 'Half a leg',
      })
      expect([cropped.status, cropped.body.doc]).toMatchObject([
        200,
        { width: 500, height: 500, filename: 'changed.png' },
      ])
      expect(await widthOf(await get('/api/media/file/changed.png', 'editor'))).toBe(500)
      expect(await names()).toEqual(['changed-320x320.png', 'changed-500x500.png', 'changed.png'])

      const form = uploadForm(await picture('png', 60, 30), 'changed-again.png')
      const { body } = await service.ask('editor', 'PATCH', `/api/media/${doc.id}`, form)
      expect(await names()).toEqual(['changed-again-60x30.png', 'changed-again.png'])
      expect(await widthOf(await get(body.doc.url, 'editor'))).toBe(60)
    })

    it('of a PDF and of two with one name, too', async () => {
      const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n')
      const names: string[] = []
      for (let at = 0; at < 2; at++)
        names.push((await upload(pdf, 'leaflet.pdf', { type: 'application/pdf' })).body.doc.filename)
      expect(names).toEqual(['leaflet.pdf', 'leaflet-1.pdf'])
      const served = await get('/api/media/file/leaflet-1.pdf', 'editor')
      expect(served.headers.get('content-type')).toBe('application/pdf')
      expect(Buffer.from(await served.arrayBuffer()).equals(pdf)).toBe(true)
    })

    it('go with their document', async () => {
      const { doc } = (await upload(await picture('png', 1000, 500), 'gone.png')).body
      expect((await service.ask('editor', 'DELETE', `/api/media/${doc.id}`)).status).toBe(200)
      expect((await bucket.names()).filter((name) => name.startsWith('gone'))).toEqual([])
      expect([403, 404]).toContain((await get(doc.url, 'admin')).status)
    })

    it('need the database and the admin that they need without a bucket', async () => {
      const { components, dependencies } = service.payload.config.admin
      expect(JSON.stringify([components.providers, dependencies])).not.toContain('storage-s3')
      const { findSchemaChanges } = await import('../src/database/createMigration')
      if (service.payload.db.name === 'sqlite') expect(await findSchemaChanges(service.payload as never)).toEqual([])
    })

    it('are looked at by the doctor', async () => {
      const findings = async (more: object = {}) => {
        const { settings } = await import('../src/settings')
        return checkMedia({ payload: service.payload, settings: { ...settings, ...more } })
      }
      expect(await findings()).toEqual([])
      const { doc } = (await upload(await picture('png'), 'lost.png')).body
      await bucket.lose('lost.png')
      await bucket.put('stray.png', 'of nobody')
      expect(await findings()).toMatchObject([
        { level: 'problem', what: 'Files of media documents are missing in the bucket media', names: ['lost.png'] },
        { level: 'hint', what: 'Files in the bucket media belong to no media document', names: ['stray.png'] },
      ])
      await bucket.lose('stray.png')
      await service.ask('editor', 'DELETE', `/api/media/${doc.id}`)
      const { settings } = await import('../src/settings')
      expect(await findings({ s3: { ...settings.s3, bucket: 'another' } })).toMatchObject([
        {
          level: 'problem',
          what: expect.stringMatching(/^Media files cannot be looked at in the bucket another: NoSuchBucket/),
        },
      ])
    })

    // What they are moved into does not depend on where they come from.
    it.runIf(process.env.TEST_DATABASE !== 'mongodb')(
      'move out with everything else, into a folder or another bucket, but not over another file',
      async () => {
        const { folder, remove } = await freshFolder()
        const from = { url: process.env.DATABASE_URL ?? '', dataDir: process.env.DATA_DIR ?? '' }
        const exporting = await runScript('export', [folder], { ...commandSettings(from), ...s3.settings })
        expect(exporting).toMatchObject({ code: 0, stderr: '' })
        const names = await bucket.names()
        expect(Object.keys(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).media)).toEqual(names)

        const other = await startS3Server()
        left.push(remove, other.stop)
        const restored = async (more: Record<string, string>) => {
          const to = await sqlite.create()
          left.push(to.remove)
          return { to, ...(await runScript('restore', [folder], { ...commandSettings(to), ...more })) }
        }
        const onDisk = await restored({})
        expect(onDisk).toMatchObject({ code: 0, stderr: '' })
        expect((await readdir(join(onDisk.to.dataDir, 'media'))).sort()).toEqual(names)

        expect(await restored(other.settings)).toMatchObject({ code: 0, stderr: '' })
        const there = openBucket(other)
        expect(await there.names()).toEqual(names)
        expect(await there.typeOf('leaflet.pdf')).toBe('application/pdf')
        expect(await there.typeOf('leg-320x160.png')).toBe('image/png')

        await there.put('leg.png', 'another file')
        const refused = await restored(other.settings)
        expect(refused).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('leg.png is in the bucket media already'),
        })
      },
      240_000,
    )

    it('fail to be uploaded while the bucket is away, and leave no document where there are transactions', async () => {
      const all = async () => (await service.payload.count({ collection: 'media', overrideAccess: true })).totalDocs
      const before = await all()
      await s3.stop()
      const { status, body } = await upload(await picture('png'), 'never.png')
      expect([status, JSON.stringify(body)]).toEqual([500, expect.not.stringContaining(s3.settings.S3_ENDPOINT ?? '')])
      if (service.payload.db.name === 'sqlite') expect(await all()).toBe(before)
      expect((await get('/api/articles?limit=1')).status).toBe(200)
      expect((await get('/api/media/file/leg.png', 'editor')).status).toBe(500)
    })
  })

/** The bucket past Saphena. */
function openBucket({ settings }: S3Server) {
  const {
    S3_BUCKET: Bucket,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY,
  } = settings as Record<string, string>
  const client = new S3Client({
    endpoint: endpoint ?? '',
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID ?? '', secretAccessKey: S3_SECRET_ACCESS_KEY ?? '' },
  })
  return {
    names: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
      return Contents.map(({ Key = '' }) => Key).sort()
    },
    typeOf: async (Key: string) => (await client.send(new GetObjectCommand({ Bucket, Key }))).ContentType,
    lose: (Key: string) => client.send(new DeleteObjectCommand({ Bucket, Key })),
    put: (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket, Key, Body })),
  }
}
