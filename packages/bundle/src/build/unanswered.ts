import { find, type Served, servedRecords } from '@penstock/model'
import { refusalOf } from './access.ts'
import type { BuildContext } from './context.ts'
import { integrationTable } from './integration-table.ts'
import { noExamplesOfRoutes } from './message-routes.ts'
import { policyRefusal } from './resource-policy.ts'
import { routePaths } from './route-paths.ts'

/** An operation that is deployed and does not run: callers get an error of the gateway. */
export interface UnansweredOperation {
  /** The id of its method, or of its route where messages are answered. */
  readonly record: string
  /** `GET /pets`, or a route's key. */
  readonly name: string
  /** What hinders it, in a sentence. */
  readonly reason: string
}

/** The operations that a gateway refuses whoever calls, by the rules that routes are built by; in the order of the records. */
export function unansweredOf(context: BuildContext): UnansweredOperation[] {
  const paths = routePaths(context.definition, context.api)
  const integrations = integrationTable(context)
  const policy = policyRefusal(context)
  const nameOf = (served: Served): string | undefined => {
    if (served.kind === 'route') return served.routeKey
    const path = paths.get(served.resource)
    return path === undefined ? undefined : `${served.httpMethod} ${path}`
  }
  const hindrance = ({ kind, integration }: Served): string | undefined => {
    const record = find(context.definition, 'integration', integration)
    if (kind === 'route' && record?.fromExamples) return noExamplesOfRoutes
    const index = record ? integrations.numberOf(record.id) : null
    if (index === null) return 'Nothing answers it: it has no integration.'
    const translated = integrations.list[index]!
    return translated.kind === 'unsupported' ? translated.reason : undefined
  }
  return [...servedRecords(context.definition)].flatMap((served) => {
    const name = nameOf(served)
    const reason = (policy ?? refusalOf(served, context))?.reason ?? hindrance(served)
    return name === undefined || reason === undefined ? [] : [{ record: served.id, name, reason }]
  })
}
