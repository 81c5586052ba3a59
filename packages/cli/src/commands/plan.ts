import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { type PlanAnswer, showPlan } from '../show-plan.ts'
import { type ConsequencesAnswer, showUse } from '../show-use.ts'
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
    { flags: '--consequences', description: 'say how much the routes that each change touches were used' },
  ],
  example: 'penstock plan orders prod --exit-code',
  async run({ client, output, json }, [api, stage], options) {
    // A name that is mistyped is not planned for.
    const createStage = options['createStage'] === true
    const path = `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}/plan`
    const answer = await client.json<PlanAnswer>('GET', `${path}?createStage=${createStage}`)
    if (options['consequences'] === true) {
      const consequences = await client.json<ConsequencesAnswer>('GET', `${path}/consequences`)
      output.result({ ...answer, consequences }, showPlan(answer, showUse(consequences)))
    } else output.result(answer, showPlan(answer))
    if (!json) for (const line of await problemLines(client, api!, stage!)) output.line(line, line)
    return options['exitCode'] === true && answer.summary.total > 0 ? exitCode.changes : exitCode.done
  },
}
