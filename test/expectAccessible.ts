import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** axe-core finds nothing wrong with what stands in this element, which has to be there. */
export async function expectAccessible(page: Page, within: string): Promise<void> {
  await page.locator(within).first().waitFor()
  // colours on their way from one theme to the other are nobody's choice
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  const complaints = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
  expect(complaints).toEqual([])
}
