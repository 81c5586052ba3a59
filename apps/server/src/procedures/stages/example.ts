import { authorize } from '../../policies/authorize.ts'
import { presentExampleCall } from '../../presenters/example-call.ts'
import type { ExampleCall } from '../../presenters/example-call-view.ts'
import { query } from '../define.ts'
import { ofStage } from '../names.ts'

/** A call to begin with: one that the stage answers. */
export const getStageExample = query({
  input: ofStage,
  async run(ctx, { slug, stage }): Promise<ExampleCall | null> {
    authorize(ctx.actor, 'read APIs')
    return presentExampleCall(ctx, slug, stage)
  },
})
