import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

it('names our own sources in stack traces, also of what was thrown later and of what ends a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saphena-stacks-'))
  try {
    writeFileSync(
      join(folder, 'entry.ts'),
      `import { ask } from './asked'
try { ask(null) } catch (error) { console.log((error as Error).stack) }
const nameless: object = Object.defineProperty(new Error('why'), 'name', { get: () => { throw new Error() } })
console.log((nameless as Error).stack)
setTimeout(() => ask(undefined))
`,
    )
    writeFileSync(join(folder, 'asked.ts'), '\nexport const ask = (what: any) => what.nothing.more\n')
    const run = resolve('src/run.mjs')
    const { stdout, stderr, status } = spawnSync(process.execPath, [run, 'entry.ts'], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toMatch(/^TypeError: .*'nothing'\)\n {4}at ask \(asked\.ts:2:40\)\n {4}at entry\.ts:2:7\n/)
    expect(stdout).toMatch(/^Error\n {4}at entry\.ts:3:48$/m)
    expect(stderr).toMatch(/at ask \(asked\.ts:2:40\)\n {4}at .*\(?entry\.ts:5:18\)?\n/)
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
