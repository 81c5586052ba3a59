import { AppError } from '@penstock/errors'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'

interface Deployment {
  readonly id: string
  readonly version: number
  readonly live: boolean
}

export const rollback: Command = {
  name: 'rollback',
  summary: 'Put an earlier deployment back on a stage',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage' },
    { name: '[version]', description: 'such as v41 (default: the one before the live one)' },
  ],
  options: [],
  example: 'penstock rollback orders prod v41',
  async run({ client, output }, [api, stage, version]) {
    const base = `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}`
    const { deployments } = await client.json<{ deployments: Deployment[] }>('GET', `${base}/deployments`)
    const target = choose(deployments, version)
    if (!target) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug: api! } })
    const answer = await client.json<{ deployment: Deployment; url: string }>('POST', `${base}/rollback`, {
      deployment: target.id,
      source: 'cli',
    })
    output.result(
      answer,
      `${stage}: v${answer.deployment.version} serves the content of v${target.version}\n${answer.url}`,
    )
    return exitCode.done
  },
}

/** The named one by version or id, else the newest one older than the live one. */
function choose(deployments: readonly Deployment[], wanted: string | undefined): Deployment | undefined {
  if (wanted !== undefined)
    return deployments.find(
      ({ id, version }) => id === wanted || `v${version}` === wanted || String(version) === wanted,
    )
  const live = deployments.find((deployment) => deployment.live)
  return deployments
    .filter(({ version }) => live !== undefined && version < live.version)
    .sort((a, b) => b.version - a.version)[0]
}
