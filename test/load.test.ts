import { describe, expect, inject, it } from 'vitest'
import { runScript } from './runScript'

const missing = (database: string): boolean => database === 'mongodb' && 'missing' in inject('mongo')

/** The load bench in its short form. How long answers take is not asked here, beside other tests: only that each comes, and comes true. */
describe.each(['sqlite', 'mongodb'])('Sixteen editors, an import and 200 readers at once, on %s', (database) => {
  it.skipIf(missing(database) && process.env.CI !== 'true')(
    'are all answered, and what was acknowledged is there',
    { timeout: 300_000 },
    async () => {
      const size = ['--database', database, '--only', 'traffic', '--seconds', '8', '--imported', '30']
      const { code, stderr, stdout } = await runScript('bench', ['load', ...size], {})
      expect(stdout, stderr).toMatch(
        / {2}\d{4,} reads \(0 failed\), \d{2,} saves \(0 failed\)\n {2}30 imported \(0 failed\)/,
      )
      expect(stdout).not.toContain('lost:')
      expect(code, stderr).toBe(0)
    },
  )
})
