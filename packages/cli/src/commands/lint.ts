import type { Definition, Diagnostic, Severity } from '@penstock/model'
import pc from 'picocolors'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { openDocument } from '../open-document.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'What would keep a description from running, what is doubtful, and where; works offline',
  args: [{ name: '<file>', description: 'OpenAPI document; - reads standard input' }],
  options: [],
  example: 'penstock lint openapi.yaml',
  async run({ output }, [file]) {
    const [{ buildBundle, checkFunctions }, rules, { checkInvariants, recordsOf }, placeOf] =
      await Promise.all([
        import('@penstock/bundle/build'),
        import('@penstock/lint'),
        import('@penstock/model'),
        placeNames(),
      ])
    const { definition, imported } = await openDocument(file!)
    const [api] = recordsOf(definition, 'api')
    const diagnostics = rules.mergeDiagnostics(
      api,
      imported.diagnostics,
      checkInvariants(definition),
      await checkFunctions(definition),
      buildBundle(definition).diagnostics,
      rules.lint(definition),
    )
    const count = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted).length
    const errors = count('error')
    const lines = diagnostics.map((found) => show(found, placeOf(definition, found)))
    const hints = count('info')
    lines.push(
      `${imported.report.operations} operations, ${errors} errors, ${count('warning')} warnings${hints > 0 ? `, ${hints} hints` : ''}`,
    )
    output.result({ diagnostics, errors }, lines.join('\n'))
    return errors ? exitCode.failed : exitCode.done
  },
}

/** Where something is, as a person looks for it in the document. */
async function placeNames(): Promise<(definition: Definition, found: Diagnostic) => string> {
  const { kindOf, pathOf } = await import('@penstock/model')
  return (definition, { location }) => {
    if (location.pointer !== undefined) return location.pointer
    const record = location.record === undefined ? undefined : definition.get(location.record)
    if (!record) return location.record ?? ''
    const name =
      record.kind === 'method'
        ? `${record.httpMethod} ${pathOf(definition, record.resource) ?? '?'}`
        : record.kind === 'resource'
          ? (pathOf(definition, record.id) ?? '?')
          : `${record.kind} ${kindOf(record.kind).label(record)}`
    const line = location.line === undefined ? '' : ` ${location.line}:${location.column ?? 1}`
    const path = location.path?.length ? ` ${location.path.join('.')}` : ''
    return `${name}${path}${line}`
  }
}

function show({ code, severity, message, suggest }: Diagnostic, at: string): string {
  const colour = severity === 'error' ? pc.red : severity === 'warning' ? pc.yellow : pc.dim
  return `${colour(severity)} ${code}${at ? ` ${at}` : ''}: ${message}${suggest ? `\n    ${suggest}` : ''}`
}
