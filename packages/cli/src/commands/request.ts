import { AppError } from '@penstock/errors'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { type DeployRequest, requestLine } from '../show-request.ts'

/** What is done to one request: the end of its path, and what is sent. */
const deeds: Readonly<Record<string, { readonly path: string; readonly body: (words: string) => object }>> = {
  approve: { path: 'votes', body: (words) => ({ verdict: 'approve', words }) },
  reject: { path: 'votes', body: (words) => ({ verdict: 'request-changes', words }) },
  deploy: { path: 'deploy', body: () => ({ source: 'cli' }) },
  close: { path: 'close', body: () => ({}) },
}

export const request: Command = {
  name: 'request',
  summary: 'List deploy requests, or approve, reject, deploy or close one',
  args: [
    { name: '<action>', description: 'list, approve, reject, deploy or close' },
    { name: '<api>', description: 'slug of the API' },
    { name: '[number]', description: 'number of the request; not needed to list' },
  ],
  options: [{ flags: '--words <text>', description: 'why it is approved or rejected' }],
  example: 'penstock request approve orders 7',
  async run({ client, output }, [action, api, number], options) {
    const base = `/api/v1/apis/${encodeURIComponent(api!)}/deploy-requests`
    if (action === 'list') {
      const { requests } = await client.json<{ requests: DeployRequest[] }>('GET', base)
      output.result({ requests }, requests.map(requestLine).join('\n') || 'There are no deploy requests.')
      return exitCode.done
    }
    const deed = deeds[action!]
    if (!deed || number === undefined)
      throw new AppError('INVALID_INPUT', {
        params: {
          reason: deed
            ? `Say the number of the request to ${action}.`
            : `"${action}" is not list, approve, reject, deploy or close.`,
        },
      })
    const path = `${base}/${encodeURIComponent(number.replace(/^#/, ''))}/${deed.path}`
    const done = await client.json<DeployRequest>('POST', path, deed.body(text(options, 'words') ?? ''))
    output.result(done, requestLine(done))
    return exitCode.done
  },
}
