import { type Command, text } from '../command.ts'
import { type Nodes, servedEverywhere } from '../served.ts'

interface DeployAnswer {
  readonly deployment: { readonly version: number }
  readonly url: string
  readonly unchanged: boolean
  readonly nodes: Nodes
}

export const deploy: Command = {
  name: 'deploy',
  summary: 'Deploy the draft to a stage',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage; it is created if new' },
  ],
  options: [
    { flags: '--plan <hash>', description: 'deploy exactly the plan that was reviewed, or refuse' },
    { flags: '--description <text>', description: 'why' },
  ],
  example: 'penstock deploy orders prod --plan 9f2c… --description "Accept refunds"',
  async run({ client, output }, [api, stage], options) {
    const path = `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}/deployments`
    output.progress(`Deploying ${api} to ${stage} …`)
    const answer = await client.json<DeployAnswer>('POST', path, {
      planHash: text(options, 'plan'),
      description: text(options, 'description'),
      source: 'cli',
    })
    const { deployment, unchanged, nodes } = answer
    const version = unchanged ? `nothing to deploy, still v${deployment.version}` : `v${deployment.version}`
    output.result(answer, `${stage}: ${version} on ${nodes.serving} of ${nodes.total} nodes\n${answer.url}`)
    return servedEverywhere(nodes, { stage: stage!, version: deployment.version }, output)
  },
}
