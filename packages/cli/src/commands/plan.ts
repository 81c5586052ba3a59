import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { type PlanAnswer, showPlan } from '../show-plan.ts'
import { problemLines } from '../stages.ts'

export const plan: Command = {
  name: 'plan',
  summary: 'What deploying the draft to a stage would change',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage' },
  ],
  options: [
    { flags: '--exit-code', description: 'exit with 3 when there are changes' },
    { flags: '--create-stage', description: 'plan for a stage that is not there yet' },
  ],
  example: 'penstock plan orders prod --exit-code',
  async run({ client, output, json }, [api, stage], options) {
    // A name that is mistyped is not planned for.
    const createStage = options['createStage'] === true
    const answer = await client.json<PlanAnswer>(
      'GET',
      `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}/plan?createStage=${createStage}`,
    )
    output.result(answer, showPlan(answer))
    if (!json) for (const line of await problemLines(client, api!, stage!)) output.line(line, line)
    return options['exitCode'] === true && answer.summary.total > 0 ? exitCode.changes : exitCode.done
  },
}
