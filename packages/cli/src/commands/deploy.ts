import { AppError } from '@penstock/errors'
import { acknowledgeOption, givenAcknowledgements, withGiven } from '../acknowledge.ts'
import { type Command, text } from '../command.ts'
import { deployPlan } from '../deploy-plan.ts'
import { percentOf } from '../percent.ts'
import { exitCode } from '../exit-code.ts'
import { openRequest } from '../open-request.ts'
import { changesToFailOn, failOnOption } from '../fail-on.ts'
import { type Nodes, servedEverywhere } from '../served.ts'
import { countChanges, showChanges, showVerdicts } from '../show-plan.ts'

interface DeployAnswer {
  readonly deployment: { readonly version: number }
  readonly url: string
  readonly example: { readonly curl: string } | null
  readonly unchanged: boolean
  readonly nodes: Nodes
}

export const deploy: Command = {
  name: 'deploy',
  summary: 'Deploy the draft to a stage, and say what that means for clients',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage; the first of an API is made by this' },
  ],
  options: [
    { flags: '--plan <hash>', description: 'deploy exactly the plan that was reviewed, or refuse' },
    failOnOption('deploy nothing and exit with 1 at this verdict or worse', ['breaking', 'risky']),
    acknowledgeOption,
    {
      flags: '--canary <percent>',
      description: "to this part of the stage's requests, beside what it serves; see: penstock canary",
    },
    { flags: '--create-stage', description: 'make the stage if it is not there' },
    { flags: '--description <text>', description: 'why, for whoever reads the history or approves it' },
    {
      flags: '--request',
      description: 'open a deploy request, for a stage where others have to approve',
    },
    { flags: '--title <text>', description: 'of the deploy request; without, what it does worst' },
  ],
  example: 'penstock deploy orders prod --fail-on breaking --description "Accept refunds"',
  async run({ client, output }, [api, stage], options) {
    if (options['request'] === true) return openRequest({ client, output }, api!, stage!, options)
    if (text(options, 'title') !== undefined)
      throw new AppError('INVALID_INPUT', {
        params: { reason: 'A deploy request has a title: write --request, or --description to say why.' },
      })
    const percent = text(options, 'canary')
    const canarySettings = percent === undefined ? undefined : { percentTraffic: percentOf(percent) }
    output.progress(`Deploying ${api} to ${stage} …`)
    const given = givenAcknowledgements(options)
    const { plan, answer } = await deployPlan<DeployAnswer>(client, {
      api: api!,
      stage: stage!,
      createStage: options['createStage'] === true,
      description: text(options, 'description'),
      planHash: text(options, 'plan'),
      acknowledge: given,
      canarySettings,
      accepts: async (one) => changesToFailOn(await withGiven(one.changes, given), options).length === 0,
    })
    const { planHash, summary } = plan
    const changes = await withGiven(plan.changes, given)
    const verdicts = showVerdicts(summary)
    const counted = `${countChanges(summary.total)}${verdicts && ` (${verdicts})`}`
    if (!answer) {
      const head = `${stage}: not deployed, ${counted}`
      const lines = [head, ...showChanges(changesToFailOn(changes, options))]
      output.result({ deployment: null, planHash, summary, changes }, lines.join('\n'))
      return exitCode.failed
    }
    const { deployment, unchanged, nodes, example, url } = answer
    const { version } = deployment
    const done = unchanged ? `nothing to deploy, still v${version}` : `v${version}, ${counted},`
    const part = canarySettings ? ` with ${canarySettings.percentTraffic} % of the requests,` : ''
    const lines = [
      `${stage}: ${done}${part} on ${nodes.serving} of ${nodes.total} nodes`,
      ...showChanges(changes.filter(({ verdict }) => verdict === 'breaking')),
      url,
      ...(example ? [`Try it: ${example.curl}`] : []),
    ]
    output.result({ ...answer, planHash, summary, changes }, lines.join('\n'))
    return servedEverywhere(client, { api: api!, stage: stage!, version, nodes }, output)
  },
}
