import { AppError } from '@penstock/errors'
import type { Command } from '../command.ts'
import {
  type Deployment,
  namedDeployment,
  previousDeployment,
  whyNoDeployment,
} from '../choose-deployment.ts'
import { type Nodes, servedEverywhere } from '../served.ts'

interface RollbackAnswer {
  readonly deployment: { readonly version: number }
  readonly url: string
  readonly nodes: Nodes
}

export const rollback: Command = {
  name: 'rollback',
  summary: 'Put an earlier deployment back on a stage',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage' },
    { name: '[version]', description: 'such as v41 (default: what was served before the live one)' },
  ],
  options: [],
  example: 'penstock rollback orders prod v41',
  async run({ client, output }, [api, stage, version]) {
    const base = `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}`
    const { deployments } = await client.json<{ deployments: Deployment[] }>('GET', `${base}/deployments`)
    const target =
      version === undefined ? previousDeployment(deployments) : namedDeployment(deployments, version)
    if (!target) {
      const error = new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug: api! } })
      error.message = whyNoDeployment(stage!, deployments, version)
      throw error
    }
    const answer = await client.json<RollbackAnswer>('POST', `${base}/rollback`, {
      deployment: target.id,
      // Without a version, what to go back to was chosen by what is live.
      ...(version === undefined ? { from: deployments.find(({ live }) => live)?.id ?? null } : {}),
      source: 'cli',
    })
    output.result(
      answer,
      `${stage}: v${answer.deployment.version} serves the content of v${target.version}\n${answer.url}`,
    )
    const { nodes, deployment } = answer
    return servedEverywhere(client, { api: api!, stage: stage!, version: deployment.version, nodes }, output)
  },
}
