import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const home = process.cwd()
let folder: string

beforeEach(() => {
  vi.resetModules()
  folder = mkdtempSync(join(tmpdir(), 'saphena-bundle-'))
  process.chdir(folder)
  return () => {
    process.chdir(home)
    rmSync(folder, { recursive: true, force: true })
  }
})
afterEach(() => vi.doUnmock('esbuild'))

async function bundled(): Promise<string> {
  const { bundle }: { bundle: (entry: string) => Promise<string> } = await import('./bundle.mjs')
  return bundle('entry.ts')
}
const valueIn = async (file: string) => (await import(file)).value

it('bundles what was touched, and knows what was not', async () => {
  const then = new Date(Date.now() - 60_000)
  const put = (name: string, code: string) => {
    writeFileSync(name, code)
    utimesSync(name, then, then)
  }
  put('entry.ts', "export { value } from './other'\n")
  put('other.ts', 'export const value: number = 1\n')
  await wait(20) // a change of the same millisecond is not told from one while it is read
  const first = await bundled()
  expect(await valueIn(first)).toBe(1)

  vi.doMock('esbuild', () => ({ build: () => expect.fail('was bundled again'), stop: () => {} }))
  expect(await bundled()).toBe(first)
  vi.doUnmock('esbuild')

  // As long as before, and as old.
  put('other.ts', 'export const value: number = 2\n')
  expect(await valueIn(await bundled())).toBe(2)
})
