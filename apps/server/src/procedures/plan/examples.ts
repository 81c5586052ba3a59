import { recordsOf } from '@penstock/model'
import { holdPlan } from '../../commands/hold-plan.ts'
import { authorize } from '../../policies/authorize.ts'
import type { ExampleSummary } from '../../presenters/example-run-view.ts'
import { query } from '../define.ts'
import { ofPlan } from '../names.ts'

/** The examples of what a plan leads to, by name: how many there are to run. */
export const listPlanExamples = query({
  input: ofPlan,
  async run({ core, actor }, input): Promise<ExampleSummary[]> {
    authorize(actor, 'read APIs')
    const { snapshotRoot } = await holdPlan(core, input)
    return [...recordsOf(await core.snapshots.definition(snapshotRoot), 'example')]
      .map(({ id, name, method }) => ({ id, name, method }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  },
})
