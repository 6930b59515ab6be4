import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Long files first, so that the last minutes of a run are not one file on one core: journeys through a running service before the tests
 * beside the code. Those with a browser run one at a time (`oneBrowser.ts`), so they stand well apart, and none waits for another.
 */
export class TestOrder extends BaseSequencer {
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
