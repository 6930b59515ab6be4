import fs from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { blackPng } from './blackPng'
import { movingGif, movingWebp } from './movingPictures'
import { type Answer, describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

const script = '<script>alert(document.domain)</script>'
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n')

describeService('Uploads', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  const upload = (...file: Parameters<typeof uploadForm>): Promise<Answer> =>
    service.ask('editor', 'POST', '/api/media', uploadForm(...file))

  /** The bytes that are served and how; an editor sees them before readers do. */
  async function download(url: string): Promise<Response> {
    const login = await service.ask('stranger', 'POST', '/api/users/login', {
      email: 'editor@example.org',
      password: 'a-long-enough-password',
    })
    return fetch(service.url + url, { headers: { authorization: `JWT ${login.body.token}` } })
  }

  describe('accepted', () => {
    it.each(['png', 'jpeg', 'webp'] as const)('a %s, with its dimensions and smaller copies', async (format) => {
      const { status, body } = await upload(await picture(format, 1000, 500), `leg.${format}`, {
        type: `image/${format}`,
      })
      expect(status).toBe(201)
      expect(body.doc).toMatchObject({ width: 1000, height: 500, mimeType: `image/${format}`, alt: 'A leg' })
      expect(body.doc.sizes.thumbnail).toMatchObject({ width: 320, height: 160 })
      expect(body.doc.sizes.card).toMatchObject({ width: 768, height: 384 })
      expect(body.doc.sizes.wide).toMatchObject({ width: 1000, height: 500 }) // never enlarged

      for (const [url, width] of [
        [body.doc.url, 1000],
        [body.doc.sizes.thumbnail.url, 320],
      ]) {
        const served = await download(url)
        expect(served.headers.get('content-type')).toBe(`image/${format}`)
        expect((await sharp(Buffer.from(await served.arrayBuffer())).metadata()).width).toBe(width)
      }
    })

    it.each([
      ['gif', async () => movingGif(3, 20)],
      ['webp', () => movingWebp(3, 20)],
    ] as const)('a %s that moves, and goes on moving', async (format, make) => {
      const { status, body } = await upload(await make(), `moving.${format}`, { type: `image/${format}` })
      expect([status, body.doc?.width, body.doc?.height]).toEqual([201, 20, 20])
      const served = await download(body.doc.url)
      expect((await sharp(Buffer.from(await served.arrayBuffer())).metadata()).pages).toBe(3)
    })

    it('a PDF, as it is', async () => {
      const { status, body } = await upload(pdf, 'leaflet.pdf', { type: 'application/pdf' })
      expect([status, body.doc?.mimeType]).toEqual([201, 'application/pdf'])
      const served = await download(body.doc.url)
      expect(served.headers.get('content-type')).toBe('application/pdf')
      expect(Buffer.from(await served.arrayBuffer()).equals(pdf)).toBe(true)
    })

    it('what it is by its bytes, whatever type the sender gave', async () => {
      const { body } = await upload(await picture('png'), 'a.png', { type: 'text/html' })
      expect(body.doc.mimeType).toBe('image/png')
    })

    it.each([
      ['../../../etc/passwd.png', /^passwd(-\d+)?\.png$/],
      ['C:\\pictures\\leg.png', /^leg(-\d+)?\.png$/],
      ['<img src=x onerror=alert(1)>.png', /^[\w-]+\.png$/],
      ['leg.php.png', /^leg-php(-\d+)?\.png$/],
      ['leg-320x160.png', /^leg-320-160\.png$/], // as a smaller copy of another one is named
      ['нога 1.png', /^нога-1(-\d+)?\.png$/],
    ])('the name %s, made plain', async (name, plain) => {
      const { status, body } = await upload(await picture('png'), name)
      expect([status, body.doc?.filename]).toEqual([201, expect.stringMatching(plain)])
      expect((await download(body.doc.url)).status).toBe(200)
    })

    it('a name that an upload had before whose document could not be written: of that nothing is left', async () => {
      const folder = join(process.env.DATA_DIR ?? '', 'media')
      const again = () => picture('png', 1000, 500).then((bytes) => upload(bytes, 'unkept.png'))
      const creating = vi.spyOn(service.payload.db, 'create').mockRejectedValue(new Error('the disk is full'))
      const writing = vi.spyOn(fs, 'writeFile')
      const { status } = await again()
      expect(writing.mock.calls.map(([path]) => path)).toContain(join(folder, 'unkept.png'))
      for (const each of [creating, writing]) each.mockRestore()
      expect(status).toBe(500)
      expect((await fs.readdir(folder)).filter((name) => name.startsWith('unkept'))).toEqual([])
      expect((await again()).body.doc.filename).toBe('unkept.png')
    })

    it('two files of one name, side by side', async () => {
      const names = [await upload(await picture('png'), 'twice.png'), await upload(await picture('png'), 'twice.png')]
      expect(new Set(names.map(({ body }) => body.doc.filename)).size).toBe(2)
    })
  })

  describe('refused', () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}</svg>`
    const text = (words: string) => async () => Buffer.from(words)
    it.each([
      ['an SVG', 'leg.svg', text(svg), 'neither'],
      ['an SVG named .png', 'leg.png', text(svg), 'neither'],
      ['HTML', 'page.html', text(`<!doctype html>${script}`), 'neither'],
      ['HTML named .png', 'leg.png', text(`<!doctype html>${script}`), 'neither'],
      ['plain text', 'notes.txt', text('Some words'), 'neither'],
      ['a PNG named .html', 'leg.html', () => picture('png'), 'does not end in .png'],
      ['a PNG named .jpg', 'leg.jpg', () => picture('png'), 'does not end in .png'],
      ['a PNG without an extension', 'leg', () => picture('png'), 'does not end in .png'],
      [
        'a script before a PDF',
        'leaflet.pdf',
        async () => Buffer.concat([Buffer.from(`${script}\n`), pdf]),
        'neither|mark',
      ],
      ['half a PNG', 'leg.png', async () => (await picture('png')).subarray(0, 20), 'neither|damaged'],
      ['a picture too large to decode', 'leg.png', async () => blackPng(50_001, 1000), 'million pixels'],
      [
        'a picture of 50,000 × 50,000 that a header alone tells of',
        'leg.png',
        async () => blackPng(50_000, 50_000).subarray(0, 33),
        'million|damaged',
      ],
      ['a picture whose data unpack to gigabytes', 'leg.png', async () => blackPng(30_000, 30_000), 'million pixels'],
      ['a GIF whose frames are small, and many', 'leg.gif', async () => movingGif(200, 1000), 'million pixels'],
      ['a WebP of the same kind', 'leg.webp', () => movingWebp(200, 1000), 'million pixels'],
      [
        'an AVIF that HTML was written behind',
        'leg.avif',
        async () => Buffer.concat([await picture('avif'), Buffer.from(script)]),
        '.',
      ],
      [
        'an XML document',
        'leg.png',
        text(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`),
        'neither',
      ],
      ['HTML that begins like a GIF', 'leg.png', text(`GIF89a/*${script}*/=1`), 'does not end in .gif'],
      ['HTML that begins like a GIF and says so', 'leg.gif', text(`GIF89a/*${script}*/=1`), 'damaged|pixels'],
      [
        'a script that is a zip archive',
        'leg.pdf',
        async () => Buffer.concat([Buffer.from('PK\x03\x04'), pdf]),
        'neither|mark',
      ],
      ['an empty file', 'leg.png', text(''), '.'],
    ])('%s (%s)', async (_, name, bytes, message) => {
      const { status, body } = await upload(await bytes(), name)
      expect(status).toBe(400)
      expect(body.errors[0].message).toMatch(new RegExp(message))
      expect(body.errors[0].message).not.toMatch(/Something went wrong/)
    })

    it('a file of more than 20 MB, before and after it is read', async () => {
      for (const size of [20 * 1024 * 1024 + 1, 21.5 * 1024 * 1024, 30 * 1024 * 1024]) {
        const { status, body } = await upload(new Uint8Array(size), 'leg.png')
        expect(status).toBe(413)
        expect(JSON.stringify(body)).toMatch(/larger than 20 MB|size limit|too large/i)
      }
    })

    it('a file without words for those who cannot see it', async () => {
      for (const data of [{}, { alt: '' }, { alt: null }]) {
        const { status, body } = await upload(await picture('png'), 'leg.png', { data })
        expect(status).toBe(400)
        expect(body.errors[0].data.errors).toEqual([expect.objectContaining({ path: 'alt' })])
      }
    })

    it('a name with a NUL in it, and a form that breaks off', async () => {
      const nul = await upload(await picture('png'), 'leg\u0000.html.png')
      expect([nul.status, nul.body.errors[0].message]).toEqual([400, 'The request holds a form that cannot be read.'])
      const login = { email: 'editor@example.org', password: 'a-long-enough-password' }
      const { token } = (await service.ask('stranger', 'POST', '/api/users/login', login)).body
      const broken = await fetch(`${service.url}/api/media`, {
        method: 'POST',
        headers: { authorization: `JWT ${token}`, 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nhalf',
      })
      expect(broken.status).toBe(400)
    })

    it('words without a file, and fields that are not JSON', async () => {
      const bare = await service.ask('editor', 'POST', '/api/media', { alt: 'A leg' })
      expect([bare.status, JSON.stringify(bare.body)]).toEqual([400, expect.stringMatching(/file/i)])
      const form = uploadForm(await picture('png'), 'leg.png')
      form.set('_payload', '{bad')
      const { status, body } = await service.ask('editor', 'POST', '/api/media', form)
      expect([status, body.errors[0].message]).toEqual([400, 'The request holds JSON that cannot be read.'])
    })

    it('another kind of file in the place of a picture', async () => {
      const { doc } = (await upload(await picture('png'), 'kept.png')).body
      const form = uploadForm(Buffer.from(svg), 'kept.svg')
      expect((await service.ask('editor', 'PATCH', `/api/media/${doc.id}`, form)).status).toBe(400)
      expect((await download(doc.url)).headers.get('content-type')).toBe('image/png')
    })

    it('what takes the place of another’s file: each has a name of its own', async () => {
      const { doc } = (await upload(await picture('png', 9, 9), 'mine.png')).body
      const other = (await upload(await picture('png', 5, 5), 'other.png')).body.doc
      const form = uploadForm(await picture('png', 5, 5), 'mine.png')
      const { body } = await service.ask('editor', 'PATCH', `/api/media/${other.id}`, form)
      expect(body.doc.filename).not.toBe(doc.filename)
      const kept = await sharp(Buffer.from(await (await download(doc.url)).arrayBuffer())).metadata()
      expect(kept.width).toBe(9)
    })
  })

  describe('served', () => {
    it.each([
      ['png', 'HTML', () => picture('png'), script],
      ['png', 'a ZIP archive', () => picture('png'), 'PK\x03\x04 and so on'],
      ['jpeg', 'HTML', () => picture('jpeg'), script],
      ['jpeg', 'a PDF', () => picture('jpeg'), pdf.toString('latin1')],
      ['gif', 'HTML', async () => movingGif(2, 20), script],
      ['webp', 'HTML', () => movingWebp(2, 20), script],
    ] as const)('a %s that %s was written behind, without it', async (format, _, make, behind) => {
      const bytes = Buffer.concat([await make(), Buffer.from(behind, 'latin1')])
      const { status, body } = await upload(bytes, `twofold.${format}`, { type: `image/${format}` })
      expect([status, body.errors?.[0].message]).toEqual([201, undefined])
      const served = Buffer.from(await (await download(body.doc.url)).arrayBuffer())
      expect([served.includes(Buffer.from(behind, 'latin1')), body.doc.filesize]).toEqual([false, served.length])
      expect((await sharp(served).metadata()).width).toBe(body.doc.width)
    })

    it('a picture with a script in it as a picture, which browsers may not take for a page', async () => {
      const polyglot = await sharp(await picture('png'))
        .withExif({ IFD0: { ImageDescription: script } })
        .png()
        .toBuffer()
      const { body } = await upload(polyglot, 'harmless.png')
      const { headers } = await download(body.doc.url)
      expect(headers.get('content-type')).toBe('image/png')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    })

    it('anything but a picture as a file to be saved', async () => {
      const { body } = await upload(pdf, 'to-save.pdf', { type: 'application/pdf' })
      const { headers } = await download(body.doc.url)
      expect(headers.get('content-disposition')).toBe('attachment')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
      const shown = await upload(await picture('png'), 'to-show.png')
      expect((await download(shown.body.doc.url)).headers.get('content-disposition')).toBeNull()
    })

    it('to an editor for himself, and to a stranger who keeps it and asks again', async () => {
      const { doc } = (await upload(await picture('png'), 'for-whom.png')).body
      const article = { title: 'Pictured', body: paragraphs('Look.'), hero: doc.id, _status: 'published' }
      await service.ask('reviewer', 'POST', '/api/articles', article)
      for (const url of [doc.url, doc.url.replace('/file/', '/FILE/')]) {
        expect((await download(url)).headers.get('cache-control')).toBe('private, no-store')
        const { status, headers } = await fetch(service.url + url)
        expect([status, headers.get('cache-control')]).toEqual([200, 'public, no-cache'])
      }
    })

    it('to strangers once something published shows it', async () => {
      const { doc } = (await upload(await picture('png'), 'shown.png')).body
      const read = async () => (await fetch(service.url + doc.url)).status
      expect([403, 404]).toContain(await read())
      const article = { title: 'With a picture', body: paragraphs('Look.'), hero: doc.id, _status: 'published' }
      await service.ask('reviewer', 'POST', '/api/articles', article)
      expect(await read()).toBe(200)
    })

    it.each(['..%2f..%2fsaphena.db', '..%2fsaphena.db', '%2e%2e/saphena.db', 'nothing.png', '%00.png'])(
      'nothing else from the disk: %s',
      async (path) => {
        const answer = await service.ask('admin', 'GET', `/api/media/file/${path}`)
        expect([400, 403, 404]).toContain(answer.status)
      },
    )

    it('not from another address: no file is fetched for an editor', async () => {
      const asked = await service.ask('editor', 'GET', '/api/media/paste-url?src=http://127.0.0.1:1/secret.png')
      expect([400, 403, 404]).toContain(asked.status)
    })
  })
})
