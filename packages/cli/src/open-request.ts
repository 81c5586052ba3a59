import { suggestedTitle } from '@penstock/diff/words'
import { givenAcknowledgements, withGiven } from './acknowledge.ts'
import { type CommandContext, type Options, text } from './command.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { changesToFailOn } from './fail-on.ts'
import { countChanges, type PlanAnswer, showChanges, showVerdicts } from './show-plan.ts'
import { type DeployRequest, requestLine } from './show-request.ts'

/** Asks that the plan of a stage is deployed, once others have approved it; or refuses it for what it means to clients. */
export async function openRequest(
  { client, output }: Pick<CommandContext, 'client' | 'output'>,
  api: string,
  stage: string,
  options: Options,
): Promise<ExitCode> {
  const base = `/api/v1/apis/${encodeURIComponent(api)}`
  const createStage = options['createStage'] === true
  const path = `${base}/stages/${encodeURIComponent(stage)}/plan?createStage=${createStage}`
  const plan = await client.json<PlanAnswer>('GET', path)
  const given = givenAcknowledgements(options)
  const changes = await withGiven(plan.changes, given)
  const refused = changesToFailOn(changes, options)
  const counted = `${countChanges(plan.summary.total)} (${showVerdicts(plan.summary)})`
  if (refused.length > 0) {
    const lines = [`${stage}: no deploy request, ${counted}`, ...showChanges(refused)]
    output.result({ request: null, ...plan }, lines.join('\n'))
    return exitCode.failed
  }
  for (const { id, acknowledged } of changes.filter((change, at) => change !== plan.changes[at]))
    await client.json(
      'PUT',
      `${base}/stages/${encodeURIComponent(stage)}/acknowledgements/${encodeURIComponent(id)}`,
      { reason: acknowledged?.reason, source: 'cli' },
    )
  const description = text(options, 'description')
  const request = await client.json<DeployRequest>('POST', `${base}/deploy-requests`, {
    stage,
    title: text(options, 'title') ?? suggestedTitle(plan.changes),
    ...(description === undefined ? {} : { description }),
    planHash: text(options, 'plan') ?? plan.planHash,
    createStage,
    source: 'cli',
  })
  const link = `${client.url}/apis/${encodeURIComponent(api)}/deployments/requests/${request.number}`
  output.result({ request }, [requestLine(request), counted, link].join('\n'))
  return exitCode.done
}
