import type { Integration } from '@penstock/model'
import { compileTemplate, type TemplateDiagnostic } from '@penstock/template'
import type { Finding, RecordRule } from '../rule.ts'

interface Found extends TemplateDiagnostic {
  readonly path: readonly string[]
}

const compiled = new WeakMap<Integration, readonly Found[]>()

/** What the compiler says of an integration's templates, compiled once for all rules about them. */
function templateProblems(integration: Integration): readonly Found[] {
  let found = compiled.get(integration)
  if (!found) {
    const all: Found[] = []
    const read = (templates: Readonly<Record<string, string>> | undefined, above: readonly string[]) => {
      for (const [type, source] of Object.entries(templates ?? {}))
        for (const diagnostic of compileTemplate(source).diagnostics)
          all.push({ ...diagnostic, path: [...above, type] })
    }
    read(integration.requestTemplates, ['requestTemplates'])
    for (const [pattern, response] of Object.entries(integration.responses ?? {}))
      read(response.responseTemplates, ['responses', pattern, 'responseTemplates'])
    compiled.set(integration, (found = all))
  }
  return found
}

/** A rule that passes on what the compiler of templates says under one code, with line and column. */
export function templateRule(
  rule: Omit<RecordRule<'integration'>, 'on' | 'check'>,
): RecordRule<'integration'> {
  return {
    ...rule,
    on: ['integration'],
    *check(integration): Generator<Finding> {
      for (const { code, path, line, column, message, suggest } of templateProblems(integration))
        if (code === rule.id)
          yield { path, line, column, message, ...(suggest === undefined ? {} : { suggest }) }
    },
  }
}
