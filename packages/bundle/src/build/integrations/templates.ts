import type { Diagnostic, Integration } from '@penstock/model'
import { compileTemplate } from '@penstock/template'
import type { BuildContext } from '../context.ts'

type Found = Omit<Diagnostic, 'location'> & {
  readonly path: readonly string[]
  readonly line: number
  readonly column: number
}

const checked = new WeakMap<object, readonly Found[]>()

/** Compiles every template of an integration and reports what the compiler says. What did not change since is not compiled again. */
export function checkTemplates(integration: Integration, context: BuildContext): void {
  const report = (templates: Templates | undefined, above: readonly string[]) => {
    for (const { path, line, column, ...found } of templates ? compiled(templates) : [])
      context.report({
        ...found,
        location: { record: integration.id, path: [...above, ...path], line, column },
      })
  }
  report(integration.requestTemplates, ['requestTemplates'])
  for (const [pattern, response] of Object.entries(integration.responses ?? {}))
    report(response.responseTemplates, ['responses', pattern, 'responseTemplates'])
}

/** Media type → source. */
type Templates = Readonly<Record<string, string>>

function compiled(templates: Templates): readonly Found[] {
  let found = checked.get(templates)
  if (!found) {
    found = Object.entries(templates).flatMap(([type, source]) =>
      compileTemplate(source).diagnostics.map((diagnostic) => ({ ...diagnostic, path: [type] })),
    )
    checked.set(templates, found)
  }
  return found
}
