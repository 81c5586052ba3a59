import { find, type Method, recordsOf } from '@penstock/model'
import type { Bundle, BundleExample, BundleIntegration, BundleRoute } from '../schema.ts'
import { refusalOf } from './access.ts'
import { cacheKeyOf } from './cache-key.ts'
import type { BuildContext } from './context.ts'
import { defined } from './defined.ts'
import { type Example, exampleReader } from './examples/index.ts'
import { integrationTable } from './integration-table.ts'
import { buildMessageRoutes } from './message-routes.ts'
import { Numbered } from './numbered.ts'
import { byText } from './order.ts'
import { policyRefusal } from './resource-policy.ts'
import { routePaths } from './route-paths.ts'
import { validationOf } from './validation/method-validation.ts'
import { SchemaTable } from './validation/schema-table.ts'

export interface BuiltRoutes {
  readonly routes: BundleRoute[]
  readonly integrations: BundleIntegration[]
  readonly bodies: string[]
  readonly schemas?: NonNullable<Bundle['schemas']>
  readonly websocket?: NonNullable<Bundle['websocket']>
}

/**
 * Routes by path and method; integrations and example bodies by first use on that way. So the order in which the
 * records came leaves no trace.
 */
export function buildRoutes(context: BuildContext): BuiltRoutes {
  const { definition, api } = context
  const paths = routePaths(definition, api)
  const integrations = integrationTable(context)
  const bodies = new Numbered<string>((body) => body)
  const examplesOf = exampleReader(context)
  const table = new SchemaTable(context)
  const policy = policyRefusal(context)

  const build = (method: Method, path: string): BundleRoute => {
    const integration = find(definition, 'integration', method.integration)
    const index = integration ? integrations.numberOf(integration.id) : null
    const kind = index === null ? undefined : integrations.list[index]!.kind
    const refused = policy ?? refusalOf(method, context)
    return defined({
      id: method.id,
      resource: method.resource,
      method: method.httpMethod,
      path,
      operationId: method.operationId,
      integration: index,
      refused,
      apiKey: refused === undefined && method.apiKeyRequired ? true : undefined,
      examples:
        kind === 'example' && context.examples
          ? examplesOf(method).map((example) => numbered(example, bodies))
          : undefined,
      methodResponses:
        kind === 'example' || !method.responses ? undefined : Object.keys(method.responses).sort(byText),
      validation: validationOf(method, context, table),
      cache: refused === undefined ? cacheKeyOf(integration, context) : undefined,
    })
  }

  const routes = [...recordsOf(definition, 'method')]
    .flatMap((method) => {
      const path = paths.get(method.resource)
      return path === undefined ? [] : [{ method, path }]
    })
    .sort(
      (a, b) =>
        byText(a.path, b.path) ||
        byText(a.method.httpMethod, b.method.httpMethod) ||
        byText(a.method.id, b.method.id),
    )
    .map(({ method, path }) => build(method, path))
  const websocket = buildMessageRoutes(context, integrations, policy)
  return defined({
    routes,
    websocket,
    integrations: integrations.list,
    schemas: table.schemas,
    bodies: bodies.list,
  })
}

function numbered(example: Example, bodies: Numbered<string>): BundleExample {
  return { ...example, body: example.body === null ? null : bodies.numberOf(example.body) }
}
