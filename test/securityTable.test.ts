import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The table of docs/security.md: what must hold, and where a test shows it. */
const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, what = '', shown = ''] = /^\| ([^|]+?) +\| ([^|]+?) +\|$/.exec(line) ?? []
    return shown.includes('`') && !/^(What must hold|Package)$/.test(what) ? [{ what, shown }] : []
  })

/** `users.service` is in test/, `src/http/adminPolicy` beside its code, and a folder stands for the tests in it. */
function textOf(name: string): string {
  const at = name.startsWith('src/') ? name : join('test', name)
  const file = `${at}.test.ts`
  if (existsSync(file)) return readFileSync(file, 'utf8')
  return readdirSync(at)
    .filter((each) => each.endsWith('.test.ts'))
    .map((each) => readFileSync(join(at, each), 'utf8'))
    .join('\n')
}

describe('What docs/security.md says is shown', () => {
  it('is all of it', () => expect(rows.length).toBeGreaterThan(45))

  it.each(rows.map(({ what, shown }) => [what, shown]))('%s', (_, shown) => {
    const files = [...shown.matchAll(/`([^`]+)`/g)].map(([, name = '']) => textOf(name)).join('\n')
    for (const [, quoted = ''] of shown.matchAll(/“([^”]+)”/g))
      for (const part of quoted.split('…')) expect(files).toContain(part.trim())
  })
})
