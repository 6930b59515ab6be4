import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'

const missing = missingBrowser('Two-factor login in a browser')

describe.skipIf(missing)('Two-factor login in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  const writer = { email: 'writer@example.org', password: 'a-long-enough-password' }
  let secret = ''
  let recoveryCode = ''
  /** A code is taken once, within half a minute either way: from the oldest on, so that the next one need not be waited for. */
  let lastStep = 0
  const code = async (): Promise<string> => {
    const step = Math.max(lastStep + 1, Math.floor(Date.now() / 30_000) - 1)
    await expect.poll(() => Math.floor(Date.now() / 30_000) + 1, { timeout: 60_000 }).toBeGreaterThanOrEqual(step)
    lastStep = step
    return new TOTP({ secret }).generate({ timestamp: step * 30_000 })
  }

  beforeAll(async () => {
    desk = await openDesk()
    await desk.send('POST', '/api/users', { ...writer, name: 'The writer', role: 'editor' }, desk.token)
  }, startTimeout)
  afterAll(() => desk?.close())

  const require = (requireTwoFactor: boolean) =>
    desk.send('POST', '/api/globals/organisation', { login: { requireTwoFactor } }, desk.token)

  async function typePassword(page: Page) {
    await page.goto(`${desk.url}/admin/login`)
    await page.fill('#field-email', writer.email)
    await page.fill('#field-password', writer.password)
    await page.keyboard.press('Enter')
  }

  it('is set up before anything else where the organisation requires it, by the keyboard', async () => {
    // The administrator has to enrol too from then on: what he does here is done.
    await require(true)
    const page = await desk.open()
    await typePassword(page)
    await page.getByRole('heading', { name: 'Set up two-factor login' }).waitFor()
    await page.goto(`${desk.url}/admin/collections/articles`)
    await page.getByRole('heading', { name: 'Set up two-factor login' }).waitFor()

    await page.getByRole('button', { name: 'Set up two-factor login' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
    await desk.picture(page, 'enrol')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme)
      await expectAccessible(page, '.saphena-two-factor')
      await desk.picture(page, `enrol-${colorScheme}`)
    }
    secret = String(await page.locator('.saphena-two-factor__hint code').textContent()).replaceAll(' ', '')
    const field = page.getByLabel('Then type the code that the app shows.')
    await field.fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'not right' }).waitFor()
    await field.fill(await code())
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Your recovery codes' }).waitFor()
    await expectAccessible(page, '.saphena-two-factor')
    await desk.picture(page, 'recovery-codes')
    recoveryCode = String(await page.locator('.saphena-two-factor__codes code').first().textContent())
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('Articles').first().waitFor()
    await page.context().close()
  })

  it('asks for a code after the password, and lets in by an app’s and by a recovery code', async () => {
    const page = await desk.open()
    await typePassword(page)
    const field = page.locator('#field-code')
    await field.waitFor()
    await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme)
      await expectAccessible(page, '.login__form')
      await desk.picture(page, `code-${colorScheme}`)
    }
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await page.getByText('This code is not right').first().waitFor()
    await field.fill(await code())
    await page.keyboard.press('Enter')
    await page.waitForURL(`${desk.url}/admin`)
    await page.getByText('Articles').first().waitFor()
    await page.context().close()

    const other = await desk.open()
    await typePassword(other)
    await other.locator('#field-code').fill(recoveryCode)
    await other.keyboard.press('Enter')
    await other.waitForURL(`${desk.url}/admin`)

    await other.goto(`${desk.url}/admin/account`)
    const panel = other.locator('#field-two-factor')
    await panel.getByText('Recovery codes left: 9.').waitFor()
    await panel.getByRole('button', { name: 'Turn off' }).click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await other.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme)
      await expectAccessible(other, '#field-two-factor')
      await desk.picture(other, `account-${colorScheme}`)
    }
    await other.context().close()
  })

  it('lets no script run that is not its own', async () => {
    const page = await desk.open()
    const answer = await page.goto(`${desk.url}/admin/login`)
    expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';/)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
      return 'injected' in window
    })
    expect(ran).toBe(false)
    await page.context().close()
    const blocked = desk.complaints.splice(0)
    expect(blocked.filter((each) => !each.includes('Content Security Policy') && !/\b40[01]\b/.test(each))).toEqual([])
  })
})
