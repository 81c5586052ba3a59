import { writeFile } from 'node:fs/promises'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'

export const exportApi: Command = {
  name: 'export',
  summary: 'Write an API as an OpenAPI document',
  args: [{ name: '<api>', description: 'slug of the API' }],
  options: [
    { flags: '--from <source>', description: 'draft, or the name of a stage', default: 'draft' },
    {
      flags: '--format <format>',
      description: 'OpenAPI 3.1, 3.0 or 2.0',
      choices: ['oas31', 'oas30', 'swagger2'],
      default: 'oas31',
    },
    {
      flags: '--extensions <which>',
      description: 'how to write what OpenAPI has no words for',
      choices: ['penstock', 'aws', 'none'],
      default: 'penstock',
    },
    { flags: '--as <syntax>', description: 'syntax', choices: ['json', 'yaml'], default: 'yaml' },
    { flags: '-o, --output <file>', description: 'write to a file instead of standard output' },
  ],
  example: 'penstock export orders --from prod --as yaml -o orders.yaml',
  async run({ client, output }, [api], options) {
    const query = new URLSearchParams()
    for (const name of ['from', 'format', 'extensions', 'as']) query.set(name, text(options, name) ?? '')
    const document = await client.text(`/api/v1/apis/${encodeURIComponent(api!)}/export?${query.toString()}`)
    const file = text(options, 'output')
    if (file === undefined) output.result({ document }, document.trimEnd())
    else {
      await writeFile(file, document)
      output.result(
        { file, bytes: Buffer.byteLength(document) },
        `${file}: ${Buffer.byteLength(document)} bytes`,
      )
    }
    return exitCode.done
  },
}
