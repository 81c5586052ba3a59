import { defaultRouteSelection, find, recordsOf, type Route } from '@penstock/model'
import type { Bundle, BundleMessageRoute } from '../schema.ts'
import { refusalOf } from './access.ts'
import { type BuildContext, warning } from './context.ts'
import { defined } from './defined.ts'
import type { IntegrationTable } from './integration-table.ts'
import { byText } from './order.ts'

export const noExamplesOfRoutes = 'A mock that answers from examples has none for WebSocket routes.'

/** What a WebSocket API does with connections and messages; undefined for every other API. */
export function buildMessageRoutes(
  context: BuildContext,
  integrations: IntegrationTable,
  policy: BundleMessageRoute['refused'],
): Bundle['websocket'] {
  const { api, definition } = context
  if (api.type !== 'WEBSOCKET') return undefined
  const routes = [...recordsOf(definition, 'route')]
    .sort((a, b) => byText(a.routeKey, b.routeKey) || byText(a.id, b.id))
    .map((route): BundleMessageRoute => {
      const { id, routeKey, operationName, routeResponse } = route
      const integration = integrationOf(route, context, integrations)
      const refused = policy ?? refusalOf(route, context)
      return defined({
        id,
        key: routeKey,
        operationName,
        integration,
        refused,
        answers: routeResponse ?? false,
      })
    })
  return { selection: api.routeSelectionExpression ?? defaultRouteSelection, routes }
}

function integrationOf(route: Route, context: BuildContext, integrations: IntegrationTable): number | null {
  const integration = find(context.definition, 'integration', route.integration)
  if (!integration) return null
  if (!integration.fromExamples) return integrations.numberOf(integration.id)
  context.report(
    warning(
      'integration-unsupported',
      `${noExamplesOfRoutes} Messages to "${route.routeKey}" get an error.`,
      { record: route.id, path: ['integration'] },
      'Choose a mock with templates, a function or an HTTP service.',
    ),
  )
  return integrations.add({ kind: 'unsupported', reason: noExamplesOfRoutes })
}
