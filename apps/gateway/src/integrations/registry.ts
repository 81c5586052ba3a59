import type { Handler } from '../compiled-stage.ts'
import { actionIntegration } from './action/action.ts'
import { exampleIntegration } from './example/example.ts'
import { functionIntegration } from './function/function.ts'
import { httpIntegration } from './http/http.ts'
import type { CompileScope, IntegrationDefinition, IntegrationKind } from './integration.ts'
import { mockIntegration } from './mock/mock.ts'
import { serviceIntegration } from './service/service.ts'
import type { TimedIntegration } from './timed.ts'
import { unsupportedIntegration } from './unsupported/unsupported.ts'

/** Every kind of integration. Adding one is one folder and one line here. */
const registry: { readonly [K in IntegrationKind]: IntegrationDefinition<K> } = {
  example: exampleIntegration,
  mock: mockIntegration,
  http: httpIntegration,
  function: functionIntegration,
  service: serviceIntegration,
  action: actionIntegration,
  unsupported: unsupportedIntegration,
}

export function compileIntegration(integration: TimedIntegration, scope: CompileScope): Handler {
  const definition = registry[integration.kind] as IntegrationDefinition<IntegrationKind>
  return definition.compile(integration, scope)
}
