import { find, type Integration, recordsOf } from '@penstock/model'
import { type BuildContext, warning } from '../context.ts'

export interface FunctionTarget {
  /** May hold `${stageVariables.x}`. */
  readonly function: string
  /** Where Lambda has it, should this API have none of the name. */
  readonly arn?: string
}

/**
 * The function that an integration calls: the record that it points at, or the name in a Lambda ARN
 * (`…:function:NAME[:QUALIFIER]/invocations`), where NAME may hold `${stageVariables.x}`. Undefined: it calls none.
 */
export function functionTarget(integration: Integration, context: BuildContext): FunctionTarget | undefined {
  const record = find(context.definition, 'function', integration.function)
  if (record) return { function: record.name }
  const arn = integration.uri === undefined ? undefined : arnIn(integration.uri)
  if (arn === undefined) return undefined
  // A whole ARN in one variable: the gateway takes the name out of what the stage says.
  const name = /:function:((?:\$\{[^{}]*\}|[^:/])+)/.exec(arn)?.[1] ?? (isVariable(arn) ? arn : undefined)
  if (name === undefined) return undefined
  if (name.includes('${')) return { function: name, arn }
  if (isThere(name, context)) return { function: name }
  context.report(
    warning(
      'function-missing',
      `There is no function "${name}" here. Calls go to Amazon's Lambda, and fail where the gateway has no credentials for it.`,
      { record: integration.id, path: ['uri'] },
      `Add a function called "${name}".`,
    ),
  )
  return { function: name, arn }
}

function arnIn(uri: string): string | undefined {
  const invocation = /\/(?:response-streaming-)?invocations$/.exec(uri)
  const invoked = invocation && /:lambda:path\/+[^/]+\/functions\/(.+)$/s.exec(uri.slice(0, invocation.index))
  return invoked ? invoked[1]! : /^arn:[^:]*:lambda:/.test(uri) ? uri : undefined
}

function isVariable(text: string): boolean {
  return /^\$\{[^}]*\}$/.test(text)
}

function isThere(name: string, context: BuildContext): boolean {
  for (const fn of recordsOf(context.definition, 'function')) if (fn.name === name) return true
  return false
}
