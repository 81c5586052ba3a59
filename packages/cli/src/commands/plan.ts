import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { type PlanAnswer, showPlan } from '../show-plan.ts'

export const plan: Command = {
  name: 'plan',
  summary: 'What deploying the draft to a stage would change',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage' },
  ],
  options: [{ flags: '--exit-code', description: 'exit with 3 when there are changes' }],
  example: 'penstock plan orders prod --exit-code',
  async run({ client, output }, [api, stage], options) {
    const answer = await client.json<PlanAnswer>(
      'GET',
      `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}/plan`,
    )
    output.result(answer, showPlan(answer))
    return options['exitCode'] === true && answer.summary.total > 0 ? exitCode.changes : exitCode.done
  },
}
