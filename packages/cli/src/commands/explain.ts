import type { Inspection } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { type AddressReading, chooseReading, parseRequest, readAddress } from '@penstock/model'
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
    const { method, headers, body } = request
    const inspect = (mode: 'send' | 'explain', path: string) =>
      client.json<Inspection & Guarded>(
        'POST',
        `/api/v1/apis/${encodeURIComponent(slug!)}/stages/${encodeURIComponent(stage!)}/inspect`,
        { mode, method, path, headers, ...(body === undefined ? {} : { body }) },
      )
    const readings = readAddress(request.url, { slug: slug!, stages: [stage!] })
    const routed = await pathsWithRoute(readings, (path) => inspect('explain', path))
    const reading = chooseReading(readings, (path) => routed.has(path))
    if (!reading) {
      const reason = `The address is of ${slug}, and not of its stage ${stage}.`
      throw new AppError('INVALID_INPUT', { params: { reason } })
    }
    const inspection = await inspect(options['send'] === true ? 'send' : 'explain', reading.path)
    output.result(inspection, showInspection(inspection))
    return inspection.outcome === 'refused' ? exitCode.failed : exitCode.done
  },
}

/** Where an address may mean several paths, or perhaps none, the stage's own router says which of them it answers. */
async function pathsWithRoute(
  readings: readonly AddressReading[],
  explained: (path: string) => Promise<Inspection>,
): Promise<ReadonlySet<string>> {
  const [first, ...others] = readings
  const routed = new Set<string>()
  if (others.length === 0 && first?.isDoubtful !== true) return routed
  for (const { path } of readings) if ((await explained(path)).routing?.winner) routed.add(path)
  return routed
}
