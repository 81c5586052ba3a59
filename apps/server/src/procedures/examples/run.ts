import { authorize } from '../../policies/authorize.ts'
import type { ExampleRun } from '../../presenters/example-run-view.ts'
import { runExamples } from '../../presenters/example-runs.ts'
import { mutation } from '../define.ts'
import { runExamplesSchema } from './run.schema.ts'

/** Runs the draft's examples against its preview or a stage, or those of a plan against that plan, and says which fail and why. */
export const runDraftExamples = mutation({
  input: runExamplesSchema,
  async run(ctx, input): Promise<ExampleRun[]> {
    authorize(ctx.actor, 'call APIs from the console')
    return runExamples(ctx, input)
  },
})
