import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * axe-core finds nothing wrong with what stands in this element, which has to be there.
 *
 * @param targets the sizes of targets too, which WCAG 2.2 asks for and axe-core leaves out unless told. @default false: Payload's
 *   own are smaller in places
 */
export async function expectAccessible(page: Page, within: string, { targets = false } = {}): Promise<void> {
  await page.locator(within).first().waitFor()
  const rules = { 'target-size': { enabled: targets } }
  const { violations } = await new AxeBuilder({ page }).include(within).options({ rules }).analyze()
  const complaints = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
  expect(complaints).toEqual([])
}
