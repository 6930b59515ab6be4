import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { TestOrder } from './test/TestOrder'

/** Lexical's builds for Node await an import at their top level, and Node 20 sometimes never comes back from it: see src/run.mjs. */
const execArgv = ['--conditions=production']

const shared = {
  pool: 'forks' as const,
  execArgv,
  testTimeout: 30_000,
  hookTimeout: 120_000,
  globalSetup: ['test/globalSetup.ts'],
  // One more than there are cores: tests of servers wait as much as they work.
  maxWorkers: 3,
}
const service = ['test/*.service.test.ts']
const browser = ['test/*.e2e.test.ts']

export default defineConfig({
  // One copy of graphql: Node takes its `main` and Vite would take its `module` beside it.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) },
    ],
  },
  test: {
    sequence: { sequencer: TestOrder },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['{src,collections,packages}/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...service, ...browser],
        },
      },
      { extends: true, test: { ...shared, name: 'browser', include: browser, setupFiles: ['test/oneBrowser.ts'] } },
      { extends: true, test: { ...shared, name: 'sqlite', include: service, env: { TEST_DATABASE: 'sqlite' } } },
      { extends: true, test: { ...shared, name: 'mongodb', include: service, env: { TEST_DATABASE: 'mongodb' } } },
    ],
  },
})
