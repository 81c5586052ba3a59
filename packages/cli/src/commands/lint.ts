import type { Diagnostic } from '@penstock/model'
import pc from 'picocolors'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { openDocument } from '../open-document.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'What would keep a description from running, and where; works offline',
  args: [{ name: '<file>', description: 'OpenAPI document; - reads standard input' }],
  options: [],
  example: 'penstock lint openapi.yaml',
  async run({ output }, [file]) {
    const [{ buildBundle, checkFunctions }, { checkInvariants }] = await Promise.all([
      import('@penstock/bundle/build'),
      import('@penstock/model'),
    ])
    const { definition, imported } = await openDocument(file!)
    const diagnostics = [
      ...imported.diagnostics,
      ...checkInvariants(definition),
      ...(await checkFunctions(definition)),
      ...buildBundle(definition).diagnostics,
    ]
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length
    const lines = diagnostics.map(show)
    lines.push(
      `${imported.report.operations} operations, ${errors} errors, ${diagnostics.length - errors} warnings`,
    )
    output.result({ diagnostics, errors }, lines.join('\n'))
    return errors ? exitCode.failed : exitCode.done
  },
}

function show({ code, severity, message, location, suggest }: Diagnostic): string {
  const at = location.pointer ?? location.record ?? ''
  const colour = severity === 'error' ? pc.red : severity === 'warning' ? pc.yellow : pc.dim
  return `${colour(severity)} ${code}${at ? ` ${at}` : ''}: ${message}${suggest ? `\n    ${suggest}` : ''}`
}
