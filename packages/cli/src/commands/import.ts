import type { ImportReport } from '@penstock/openapi'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { readDocument } from '../read-document.ts'
import { stagesOf } from '../stages.ts'

export const importApi: Command = {
  name: 'import',
  summary: "Import an OpenAPI description into an API's draft",
  args: [{ name: '<file>', description: 'OpenAPI 2.0, 3.0 or 3.1, JSON or YAML; - reads standard input' }],
  options: [
    { flags: '--api <slug>', description: 'slug of the API (default: made from the title)' },
    {
      flags: '--mode <mode>',
      description: 'what becomes of an API that is there already',
      choices: ['create', 'merge', 'overwrite'],
      default: 'create',
    },
    {
      flags: '--upstream <url>',
      description:
        'send every call to this base URL instead of answering from examples; servers: to the first that the file names',
    },
    {
      flags: '--compatibility <mode>',
      description: 'how the gateway behaves (default: aws where the document says so)',
      choices: ['native', 'aws'],
    },
    {
      flags: '--basepath <how>',
      description: 'what becomes of the base path of the servers',
      choices: ['ignore', 'prepend', 'split'],
    },
  ],
  example: 'penstock import openapi.yaml --api orders --upstream https://orders.internal',
  async run({ client, output, connection, json }, [file], options) {
    const document = await readDocument(file!)
    const query = new URLSearchParams()
    const names = {
      slug: 'api',
      mode: 'mode',
      upstream: 'upstream',
      compatibility: 'compatibility',
      basepath: 'basepath',
    }
    for (const [parameter, option] of Object.entries(names)) {
      const value = text(options, option)
      if (value !== undefined) query.set(parameter, value)
    }
    output.progress(`Importing ${(document.length / 1024).toFixed(0)} kB …`)
    const answer = await client.upload<{ api: { slug: string }; report: ImportReport }>(
      'POST',
      `/api/v1/apis?${query.toString()}`,
      document,
    )
    const { report } = answer
    const lines = [`${answer.api.slug}: ${report.operations} operations imported into the draft`]
    if (report.kept.length) lines.push(`${report.kept.length} constructs are kept for export but not run`)
    if (report.refused.length) lines.push(`${report.refused.length} constructs were refused:`)
    for (const line of report.refused) lines.push(`  ${line.pointer} ${line.reason}`)
    for (const line of report.warnings) lines.push(`warning ${line.pointer} ${line.reason}`)
    output.result(answer, lines.join('\n'))
    const stages = json ? undefined : await stagesOf(client, answer.api.slug)
    if (stages) {
      const next = `Next: penstock plan ${answer.api.slug} ${stages[0]?.name ?? 'prod'}${connection}`
      output.line(next, next)
    }
    return exitCode.done
  },
}
