import { AppError } from '@penstock/errors'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { percentOf } from '../percent.ts'
import { type Nodes, servedEverywhere } from '../served.ts'

interface Side {
  readonly version: number
  readonly requests: number
  readonly clientErrors: number
  readonly serverErrors: number
  readonly p95Ms: number | null
}

interface CanaryAnswer {
  readonly canarySettings: {
    readonly percentTraffic: number
    readonly version: number
    readonly deploymentId: string
  }
  readonly base: Side
  readonly canary: Side
}

interface PromoteAnswer {
  readonly deployment: { readonly version: number }
  readonly url: string
  readonly nodes: Nodes
}

export const canary: Command = {
  name: 'canary',
  summary: 'See how the canary of a stage does, change its part, promote or discard it',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage' },
    { name: '[version]', description: 'version that its canary has to have' },
  ],
  options: [
    { flags: '--percent <number>', description: "of the stage's requests that it gets, at once" },
    { flags: '--promote', description: 'have all of the stage get it' },
    { flags: '--discard', description: 'have none of the stage get it' },
    { flags: '--description <text>', description: 'why it is promoted, for whoever reads the history' },
  ],
  example: 'penstock canary orders prod --percent 50',
  async run({ client, output }, [api, stage, version], options) {
    const path = `/api/v1/apis/${encodeURIComponent(api!)}/stages/${encodeURIComponent(stage!)}/canary`
    const percent = text(options, 'percent')
    const deeds = [percent !== undefined, options['promote'] === true, options['discard'] === true]
    if (deeds.filter(Boolean).length > 1)
      throw new AppError('INVALID_INPUT', {
        params: { reason: 'Give one of --percent, --promote and --discard.' },
      })
    const answered = await client.json<CanaryAnswer>('GET', path)
    const { deploymentId } = answered.canarySettings
    if (version !== undefined && version.replace(/^v/, '') !== String(answered.canarySettings.version))
      throw new AppError('CANARY_STALE', {
        params: {
          stage: stage!,
          live: `v${answered.base.version}`,
          canary: `v${answered.canarySettings.version}`,
        },
      })
    // From here on it is this one: a canary that came in its place meanwhile is refused.
    if (options['promote'] === true) {
      const body = { source: 'cli', deploymentId, description: text(options, 'description') }
      const answer = await client.json<PromoteAnswer>('POST', `${path}/promote`, body)
      const { deployment, nodes, url } = answer
      output.result(answer, `${stage}: v${deployment.version} serves what its canary did\n${url}`)
      return servedEverywhere(
        client,
        { api: api!, stage: stage!, version: deployment.version, nodes },
        output,
      )
    }
    if (options['discard'] === true) {
      await client.json(
        'DELETE',
        `${path}?${new URLSearchParams({ source: 'cli', deploymentId }).toString()}`,
      )
      output.result({ discarded: true }, `${stage}: the canary is discarded`)
      return exitCode.done
    }
    const answer =
      percent === undefined
        ? answered
        : await client.json<CanaryAnswer>('PATCH', path, {
            percentTraffic: percentOf(percent),
            deploymentId,
            source: 'cli',
          })
    const { canarySettings } = answer
    output.result(
      answer,
      [
        `${stage}: v${canarySettings.version} gets ${canarySettings.percentTraffic} % of the requests`,
        sideLine('live', answer.base),
        sideLine('canary', answer.canary),
      ].join('\n'),
    )
    return exitCode.done
  },
}

/** `  live   v1: 206 requests, 0 answered 4xx, 0 answered 5xx, 95 % within 1 ms` */
function sideLine(name: string, { version, requests, clientErrors, serverErrors, p95Ms }: Side): string {
  const times = p95Ms === null ? '' : `, 95 % within ${p95Ms} ms`
  return `  ${name.padEnd(6)} v${version}: ${requests} requests, ${clientErrors} answered 4xx, ${serverErrors} answered 5xx${times}`
}
