import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'

/** What one picture may weigh, and all of them together, in bytes. */
const mostOfOne = 150_000
const mostOfAll = 2_000_000
/** A picture of which fewer pixels than this changed stays as it is: a caret or an edge is no news. */
const leastChange = 0.0005

export interface Album {
  /** The names of the pictures that were taken. */
  taken: string[]
  /** @param part only this, in place of all that the window shows */
  take: (page: Page, name: string, part?: Locator) => Promise<void>
  /** Fails where all pictures together are too heavy. */
  close: () => Promise<void>
}

/** Pictures for the guide: put into `docs/images` with `PICTURES=1`, else into a folder that does not outlive the run. */
export async function openAlbum(): Promise<Album> {
  const isKept = process.env.PICTURES === '1'
  const folder = isKept ? 'docs/images' : await mkdtemp(join(tmpdir(), 'saphena-pictures-'))
  await mkdir(folder, { recursive: true })
  const taken: string[] = []
  let weight = 0
  return {
    taken,
    async take(page, name, part) {
      await stopTheClock(page)
      const shot = await (part ?? page).screenshot({ animations: 'disabled', caret: 'hide' })
      const picture = await sharp(shot).png({ palette: true, colours: 96, effort: 10, dither: 0 }).toBuffer()
      expect(picture.length, `The picture ${name} is heavy`).toBeLessThan(mostOfOne)
      const path = join(folder, `${name}.png`)
      const known = await readFile(path).catch(() => undefined)
      if (!known || (await changeOf(known, picture)) > leastChange) await writeFile(path, picture)
      weight += picture.length
      taken.push(name)
    },
    async close() {
      if (!isKept) await rm(folder, { recursive: true, force: true })
      expect(weight, 'All pictures together are heavy').toBeLessThan(mostOfAll)
    },
  }
}

/** Puts one day, one address and one secret in place of each that the page shows, so that a picture changes when the desk does. */
const stopTheClock = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const steady: [RegExp, string][] = [
      [/[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th) \d{4}, \d{1,2}:\d{2} [AP]M/g, 'March 2nd 2026, 9:30 AM'],
      [/[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}(?::\d{2})?\s[AP]M/g, 'Mar 2, 2026, 9:30 AM'],
    ]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = steady.reduce((words, [pattern, day]) => words.replace(pattern, day), node.nodeValue ?? '')
      if (text !== node.nodeValue) node.nodeValue = text
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('input[readonly]'))
      if (input.value.includes('/share/')) input.value = 'https://cms.example.org/share/…'
  })

/** @returns which part of the pixels is another one, from 0 to 1 */
async function changeOf(before: Buffer, after: Buffer): Promise<number> {
  const [old, now] = await Promise.all(
    [before, after].map((picture) => sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  )
  if (!old || !now || old.info.width !== now.info.width || old.info.height !== now.info.height) return 1
  let changed = 0
  for (let at = 0; at < now.data.length; at += 3)
    if ([0, 1, 2].some((part) => Math.abs((old.data[at + part] ?? 0) - (now.data[at + part] ?? 0)) > 24)) changed++
  return changed / (now.info.width * now.info.height)
}
