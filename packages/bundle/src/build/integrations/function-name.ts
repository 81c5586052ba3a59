import { find, type Integration, recordsOf } from '@penstock/model'
import { type BuildContext, warning } from '../context.ts'

/**
 * The function that an integration calls: the record that it points at, or the name in a Lambda ARN
 * (`…:function:NAME[:QUALIFIER]/invocations`), where NAME may hold `${stageVariables.x}`. Undefined: it calls none.
 */
export function functionName(integration: Integration, context: BuildContext): string | undefined {
  const record = find(context.definition, 'function', integration.function)
  if (record) return record.name
  const name = integration.uri === undefined ? undefined : nameInArn(integration.uri)
  if (name !== undefined && !name.includes('${') && !isThere(name, context))
    context.report(
      warning(
        'function-missing',
        `There is no function "${name}" here. Calls fail until there is one.`,
        { record: integration.id, path: ['uri'] },
        `Add a function called "${name}".`,
      ),
    )
  return name
}

function nameInArn(uri: string): string | undefined {
  const invocation = /\/(?:response-streaming-)?invocations$/.exec(uri)
  const invoked = invocation && /:lambda:path\/+[^/]+\/functions\/(.+)$/s.exec(uri.slice(0, invocation.index))
  const arn = invoked ? invoked[1]! : /^arn:[^:]*:lambda:/.test(uri) ? uri : undefined
  if (arn === undefined) return undefined
  const named = /:function:((?:\$\{[^{}]*\}|[^:/])+)/.exec(arn)
  // A whole ARN in one variable: the gateway takes the name out of what the stage says.
  return named ? named[1] : /^\$\{[^}]*\}$/.test(arn) ? arn : undefined
}

function isThere(name: string, context: BuildContext): boolean {
  for (const fn of recordsOf(context.definition, 'function')) if (fn.name === name) return true
  return false
}
