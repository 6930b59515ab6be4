import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

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

/**
 * Long files first, so that the last minutes of a run are not one file on one core: journeys through a running service before the tests
 * beside the code. Those with a browser run one at a time (`oneBrowser.ts`), so they stand well apart, and none waits for another.
 */
class TestOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const browsers = sorted.filter(({ project }) => project.name === 'browser')
    const journeys = sorted.filter((file) => !browsers.includes(file) && isJourney(file))
    const others = sorted.filter((file) => !browsers.includes(file) && !isJourney(file))
    return [...spread(browsers, journeys), ...others]
  }
}

const isJourney = ({ moduleId, project }: TestSpecification) => moduleId.startsWith(`${project.config.root}/test/`)

/** Puts some among others, from the first one on, at even distances. */
function spread<Item>(some: Item[], others: Item[]): Item[] {
  const distance = others.length / (some.length || 1)
  const among = others.flatMap((other, at) => [
    ...some.slice(Math.ceil(at / distance), Math.ceil((at + 1) / distance)),
    other,
  ])
  return others.length === 0 ? some : among
}

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
