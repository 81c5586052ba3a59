import { type Command, text } from '../command.ts'
import { type Nodes, servedEverywhere } from '../served.ts'

interface DeployAnswer {
  readonly deployment: {
    readonly version: number
    readonly changes: Readonly<Record<'added' | 'changed' | 'removed', number>>
  }
  readonly url: string
  readonly example: { readonly curl: string } | null
  readonly unchanged: boolean
  readonly nodes: Nodes
}

export const deploy: Command = {
  name: 'deploy',
  summary: 'Deploy the draft to a stage',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage; the first of an API is made by this' },
  ],
  options: [
    { flags: '--plan <hash>', description: 'deploy exactly the plan that was reviewed, or refuse' },
    { flags: '--create-stage', description: 'make the stage if it is not there' },
    { flags: '--description <text>', description: 'why' },
  ],
  example: 'penstock deploy orders prod --plan 9f2c… --description "Accept refunds"',
  async run({ client, output }, [api, stage], options) {
    const path = `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}/deployments`
    output.progress(`Deploying ${api} to ${stage} …`)
    const answer = await client.json<DeployAnswer>('POST', path, {
      planHash: text(options, 'plan'),
      description: text(options, 'description'),
      createStage: options['createStage'] === true,
      source: 'cli',
    })
    const { deployment, unchanged, nodes, example } = answer
    const version = unchanged
      ? `nothing to deploy, still v${deployment.version}`
      : `v${deployment.version}, ${changesIn(deployment)},`
    output.result(
      answer,
      `${stage}: ${version} on ${nodes.serving} of ${nodes.total} nodes\n${answer.url}${example ? `\nTry it: ${example.curl}` : ''}`,
    )
    return servedEverywhere(client, { api: api!, stage: stage!, version: deployment.version, nodes }, output)
  },
}

/** "3 changes", as the plan counted them. */
function changesIn({ changes }: DeployAnswer['deployment']): string {
  const total = changes.added + changes.changed + changes.removed
  return `${total} ${total === 1 ? 'change' : 'changes'}`
}
