import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Selects words in the body that a page has open, as one does with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator('.rich-text-lexical [contenteditable=true]').first().click()
  await page.evaluate((wanted) => {
    const body = document.querySelector('[contenteditable=true]') as Node
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
  }, words)
  await expect.poll(() => page.evaluate(() => String(getSelection())), { timeout: 15_000 }).toBe(words)
  await page.waitForTimeout(100) // the editor follows the page's selection a moment later
}
