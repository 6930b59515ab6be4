import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { javaServerMissing } from './javaServer'
import { type S3Server, startS3Server } from './s3Server'
import { startTimeout } from './startServer'
import { picture } from './uploadForm'

const missing = missingBrowser('Media files in a bucket, in a browser')

// What is missing for the bucket is said by the tests of the service.
describe.skipIf(missing || javaServerMissing('s3-server'))('Media files in a bucket', { timeout: startTimeout }, () => {
  let desk: Desk
  let s3: S3Server
  beforeAll(async () => {
    s3 = await startS3Server()
    desk = await openDesk(s3.settings)
  }, startTimeout)
  afterAll(async () => {
    await desk?.close()
    await s3?.stop()
  })

  it('are uploaded and shown in the admin, which asks nobody but Saphena for them', async () => {
    const page = await desk.open(desk.administrator)
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    await page.goto(`${desk.url}/admin/collections/media/create`)
    await page.setInputFiles('input[type=file]', {
      name: 'leg.png',
      mimeType: 'image/png',
      buffer: await picture('png', 1000, 500),
    })
    await page.fill('#field-alt', 'A leg')
    await page.click('#action-save')
    await page.waitForURL(/media\/[0-9a-f-]{36}/)
    const shown = page.locator('.file-details img')
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth), { timeout: 20_000 }).toBe(320)
    await desk.picture(page, 'bucket')
    expect([...asked].filter((origin) => origin.startsWith('http'))).toEqual([desk.url])
    expect(desk.complaints).toEqual([])
  })
})
