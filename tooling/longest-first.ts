import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** These take minutes: begun last, they would be waited for alone. Vitest knows by itself only where it has run before. */
const longest = ['packages/cli/src/kill.integration.test.ts', 'packages/cli/src/restart.integration.test.ts']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.some((file) => moduleId.endsWith(file))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
