import type { Diagnostic, Integration } from '@penstock/model'
import { compileTemplate } from '@penstock/template'
import type { BuildContext } from '../context.ts'

const checked = new WeakMap<Integration, readonly Diagnostic[]>()

/** Compiles every template of an integration and reports what the compiler says, once per content of the record. */
export function checkTemplates(integration: Integration, context: BuildContext): void {
  let found = checked.get(integration)
  if (!found) {
    found = [...compile(integration)]
    checked.set(integration, found)
  }
  for (const diagnostic of found) context.report(diagnostic)
}

function* compile(integration: Integration): Generator<Diagnostic> {
  for (const [path, source] of templatesOf(integration)) {
    for (const { code, severity, message, line, column, suggest } of compileTemplate(source).diagnostics)
      yield {
        code,
        severity,
        message,
        location: { record: integration.id, path, line, column },
        ...(suggest === undefined ? {} : { suggest }),
      }
  }
}

function* templatesOf(integration: Integration): Generator<[path: string[], source: string]> {
  for (const [type, source] of Object.entries(integration.requestTemplates ?? {}))
    yield [['requestTemplates', type], source]
  for (const [pattern, response] of Object.entries(integration.responses ?? {}))
    for (const [type, source] of Object.entries(response.responseTemplates ?? {}))
      yield [['responses', pattern, 'responseTemplates', type], source]
}
