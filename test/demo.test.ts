import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runScript } from './runScript'
import { startTimeout } from './startServer'

const fixture = '../shared/fixtures/leg-cramps-and-vein-health.txt'
const files = [...(existsSync(fixture) ? [fixture] : []), 'starter/sample-article.txt']

it.each(files)('npm run demo links %s over REST and GraphQL', { timeout: startTimeout }, async (file) => {
  const { code, stdout, stderr } = await runScript('demo', [], { FIXTURE: file })
  expect(code, `${stdout}\n${stderr}`).toBe(0)
  expect(stdout).toContain(`Importing ${file}`)
  expect(stdout.match(/Symptoms: .*leg cramps/g)).toHaveLength(2)
  expect(stdout).toContain('Every expected symptom and remedy is linked.')
})
