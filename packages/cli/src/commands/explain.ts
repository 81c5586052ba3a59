import type { Inspection } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { belowStage, parseRequest } from '@penstock/model'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { type Guarded, showInspection } from '../show-inspection.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'Which route answers a request, why the others do not, and what happens to it on its way',
  args: [
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage, or preview' },
    { name: '<request>', description: 'as in "POST /orders/5?x=1", or a curl command, in quotes' },
  ],
  options: [
    { flags: '--send', description: 'really send it: without, nothing behind the gateway is called' },
  ],
  example: "penstock explain orders prod 'POST /orders/5?x=1'",
  async run({ client, output }, [slug, stage, written], options) {
    const { request, problem } = parseRequest(written!)
    if (!request) throw new AppError('INVALID_INPUT', { params: { reason: problem } })
    const below = belowStage(request.url, { slug: slug!, stages: [stage!] })
    if (!below) {
      const reason = `The address is of ${slug}, and not of its stage ${stage}.`
      throw new AppError('INVALID_INPUT', { params: { reason } })
    }
    const inspection = await client.json<Inspection & Guarded>(
      'POST',
      `/api/v1/apis/${encodeURIComponent(slug!)}/stages/${encodeURIComponent(stage!)}/inspect`,
      {
        mode: options['send'] === true ? 'send' : 'explain',
        method: request.method,
        path: below.path,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
      },
    )
    output.result(inspection, showInspection(inspection))
    return inspection.outcome === 'refused' ? exitCode.failed : exitCode.done
  },
}
