import { find, recordsOf, resourceTree } from '@penstock/model'
import { refusalOf } from './access.ts'
import type { BuildContext } from './context.ts'
import { integrationTable } from './integration-table.ts'
import { policyRefusal } from './resource-policy.ts'

/** An operation that is deployed and does not run: callers get an error of the gateway. */
export interface UnansweredOperation {
  /** The id of its method. */
  readonly method: string
  readonly httpMethod: string
  readonly path: string
  /** What hinders it, in a sentence. */
  readonly reason: string
}

/** The operations that a gateway refuses whoever calls, by the rules that routes are built by; in the order of the records. */
export function unansweredOf(context: BuildContext): UnansweredOperation[] {
  const { paths } = resourceTree(context.definition)
  const integrations = integrationTable(context)
  const policy = policyRefusal(context)
  const hindrance = (integration: string | undefined): string | undefined => {
    const record = find(context.definition, 'integration', integration)
    const index = record ? integrations.numberOf(record.id) : null
    if (index === null) return 'Nothing answers it: it has no integration.'
    const translated = integrations.list[index]!
    return translated.kind === 'unsupported' ? translated.reason : undefined
  }
  return [...recordsOf(context.definition, 'method')].flatMap((method) => {
    const path = paths.get(method.resource)
    const reason = (policy ?? refusalOf(method, context))?.reason ?? hindrance(method.integration)
    if (path === undefined || reason === undefined) return []
    return [{ method: method.id, httpMethod: method.httpMethod, path, reason }]
  })
}
