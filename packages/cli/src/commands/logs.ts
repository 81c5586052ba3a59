import type { RequestRecord } from '@penstock/bundle'
import { setTimeout as wait } from 'node:timers/promises'
import pc from 'picocolors'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { detailLines, type RecordedRequest } from '../show-call.ts'

/** Clients see it as `x-request-id`. A slug is no such thing: it would be a strange one. */
const requestId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** How often a followed log is asked for what is new. */
const pollMs = 1000

export const logs: Command = {
  name: 'logs',
  summary: 'Recent requests of an API, or one request by its id',
  args: [
    { name: '<api>', description: 'slug of the API, or the id of one request' },
    { name: '[stage]', description: 'only this stage' },
  ],
  options: [
    { flags: '-f, --follow', description: 'go on until Ctrl-C' },
    { flags: '-n, --lines <count>', description: 'how many to begin with', default: '50' },
  ],
  example: 'penstock logs orders prod --follow',
  async run({ client, output, signal }, [api, stage], options) {
    if (requestId.test(api!)) {
      const request = await client.json<RecordedRequest>('GET', `/api/v1/requests/${api}`)
      output.result(request, [show(request), ...detailLines(request)].join('\n'))
      return exitCode.done
    }
    const seen = new Set<string>()
    for (let limit = text(options, 'lines') ?? '50'; ; limit = '500') {
      const query = new URLSearchParams({ api: api!, limit, ...(stage ? { stage } : {}) })
      const { requests } = await client.json<{ requests: RequestRecord[] }>(
        'GET',
        `/api/v1/requests?${query.toString()}`,
      )
      for (const request of requests.toReversed()) {
        if (!seen.has(request.id)) output.line(request, show(request))
        seen.add(request.id)
      }
      if (options['follow'] !== true) return exitCode.done
      try {
        await wait(pollMs, undefined, { signal })
      } catch {
        return exitCode.done // Ctrl-C is how following ends
      }
    }
  },
}

function show(request: RequestRecord): string {
  const colour = request.status >= 500 ? pc.red : request.status >= 400 ? pc.yellow : pc.green
  const version = request.version === null ? '' : `v${request.version}`
  const cause = request.error
    ? `  ${request.error.code} in ${request.error.phase}: ${request.error.cause}`
    : ''
  const time = new Date(request.at).toISOString().slice(11, 23)
  return `${pc.dim(time)} ${colour(String(request.status))} ${request.method} ${request.path} ${request.durationMs.toFixed(1)} ms ${pc.dim(`${request.stage} ${version} ${request.id}`)}${cause}`
}
