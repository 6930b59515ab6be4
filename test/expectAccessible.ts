import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * axe-core finds nothing wrong with what stands in this element, which has to be there.
 *
 * @param targets the sizes of targets too, which WCAG 2.2 asks for and axe-core leaves out unless told. @default false: Payload's
 *   own are smaller in places
 * @param except selectors of what in it is not ours
 */
export async function expectAccessible(
  page: Page,
  within: string,
  { targets = false, except = [] as string[] } = {},
): Promise<void> {
  await page.locator(within).first().waitFor()
  // colours on their way from one theme to the other are nobody's choice
  await page.evaluate(() => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    return Promise.allSettled(passing.map(({ finished }) => finished))
  })
  const axe = new AxeBuilder({ page }).include(within).options({ rules: { 'target-size': { enabled: targets } } })
  const { violations } = await except.reduce((asked, selector) => asked.exclude(selector), axe).analyze()
  const complaints = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
  expect(complaints).toEqual([])
}
